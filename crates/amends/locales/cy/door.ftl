# Y dudalen y mae dolen mewn llythyr yn ei hagor.

door-body-title = Tudalen yr Ombwdsmon ar gyfer { $body }
door-body-lead = Mae’r ddolen hon ar gyfer y bobl yn { $body } sy’n delio â’r Ombwdsmon. Mae’n agor achos { $reference }: yr hyn a gynigir neu y cytunwyd arno, a’r lle i anfon prawf.
door-colleague-lead = { $count ->
    [one] Mae cydweithiwr yn { $body } wedi trosglwyddo 1 cam i chi. Mae’r ddolen hon yn agor y cam hwnnw a dim byd arall o’r achos.
    [two] Mae cydweithiwr yn { $body } wedi trosglwyddo 2 gam i chi. Mae’r ddolen hon yn agor y camau hynny a dim byd arall o’r achos.
    [few] Mae cydweithiwr yn { $body } wedi trosglwyddo 3 cham i chi. Mae’r ddolen hon yn agor y camau hynny a dim byd arall o’r achos.
    [many] Mae cydweithiwr yn { $body } wedi trosglwyddo 6 cham i chi. Mae’r ddolen hon yn agor y camau hynny a dim byd arall o’r achos.
   *[other] Mae cydweithiwr yn { $body } wedi trosglwyddo { $count } cam i chi. Mae’r ddolen hon yn agor y camau hynny a dim byd arall o’r achos.
}
door-complainant-title = Agor eich tudalen
door-complainant-lead = Mae’r ddolen hon i chi. Mae’n agor y dudalen am eich cwyn, cyfeirnod { $reference }.
door-nothing-yet = Nid oes dim yn digwydd nes i chi ddewis “Agor”.
door-open = Agor
door-until = Mae’r ddolen yn gweithio tan { $date }.
door-not-yours = Os nad i chi y mae’r ddolen hon, caewch y dudalen a ffoniwch ni ar { $telephone }.
door-verify = Sut i wybod bod neges gennym ni
door-gone-title = Nid yw’r ddolen hon yn gweithio mwyach
door-gone-call = Ffoniwch ni ar { $telephone } a byddwn yn eich helpu ar unwaith.
door-gone-why = Am gyfnod cyfyngedig y mae dolenni’n gweithio, a gellir dod â nhw i ben yn gynnar. Nid oes dim a anfonoch atom wedi’i golli.
door-renew-heading = Neu gofynnwch am ddolen newydd
door-renew-text = Byddwn yn ei hanfon i’r cyfeiriad sydd wedi’i gofrestru gyda ni, ac nid i unrhyw un arall.
door-renew = Anfonwch ddolen newydd ataf
door-renewed-sent = Mae dolen newydd ar ei ffordd i’r cyfeiriad sydd wedi’i gofrestru gyda ni. Os na ddaw o fewn awr, ffoniwch ni.
door-renewed-already = Anfonwyd dolen newydd ychydig funudau’n ôl, i’r cyfeiriad sydd wedi’i gofrestru gyda ni. Edrychwch yno’n gyntaf.
door-renewed-no = Ni allwn anfon dolen newydd yn lle hon. Os cawsoch hi gan gydweithiwr, gofynnwch i’r person hwnnw; fel arall ffoniwch ni.
door-closed-title = Rydych wedi cau’r dudalen
door-closed-text = Nid yw’r porwr hwn yn ei hagor mwyach. I ddod yn ôl, agorwch y ddolen yn ein llythyr neu ein e-bost eto.
