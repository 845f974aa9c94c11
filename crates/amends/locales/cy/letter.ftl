# Geiriau llythyrau nad ydynt yn dod o reolau achos.

letter-sender-office = Swyddfa’r Ombwdsmon
