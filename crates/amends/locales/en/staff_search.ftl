# The search.

nav-search = Search
search-title = Search
search-words = Words or a phrase
search-hint = Put a phrase in quotation marks. A star after the beginning of a word finds every ending: apolog*. A whole reference, such as 26-0193, leads straight there.
search-do = Search
search-in = Search in
search-in-all = Everything
search-in-case = Cases
search-in-recommendation = Recommendations
search-in-decision = Findings
search-in-evidence = Evidence
search-in-mail = Mail
search-one-case = Case
search-one-recommendation = Recommendation
search-one-decision = Finding
search-one-evidence = Evidence
search-one-mail = Mail
search-bodies = Bodies
search-found = Found, the newest first
search-apart = set apart
search-none = Nothing was found for “{ $words }”
search-none-hint = Titles, recommendations, findings, evidence, mail and names of bodies were searched, in English and Welsh. Not searched: letters sent, what was set apart from its case, what has been disposed of, and files that hold no text. Try fewer words or another spelling.
search-what = Titles of cases, recommendations, findings, evidence, mail and names of bodies are searched, in English and Welsh.
