# Cofnod achos, a’i lythyrau.

timeline-view-as = Gweld fel
timeline-as-staff = Y swyddfa
timeline-as-body = { $body }
timeline-as-complainant = Yr achwynydd
timeline-as-others = Dyma’r cyfan y caiff y darllenydd hwn ei weld o’r achos.
timeline-empty-title = Dim i’w weld
timeline-empty = Nid yw’r darllenydd hwn yn gweld dim o’r achos eto.

letters-to = At
letters-made = Lluniwyd
letters-read = Darllen y llythyr
letters-none-title = Dim llythyrau eto
letters-none = Mae llythyrau’n ymddangos yma cyn gynted ag yr anfonir rhywbeth at y corff neu’r achwynydd.
post-by-email = E-bost
post-by-print = Llythyr wedi’i argraffu
post-queued = Yn aros i’w anfon
post-claimed = Yn cael ei anfon
post-accepted = Anfonwyd
post-deferred = Gofynnodd y gweinydd post am gynnig eto’n hwyrach
post-refused = Ni wnaiff y gweinydd post ei gymryd
post-held = Wedi’i ddal i rywun edrych arno
post-bounced = Daeth yn ôl: nid yw’r cyfeiriad yn gweithio
