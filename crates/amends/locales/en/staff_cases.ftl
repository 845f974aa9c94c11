# The list of cases.

cases-title = Cases
cases-new = Open a case
cases-import = Take in a decision
cases-search = Search
cases-search-words = Reference, name or words
cases-search-hint = A whole reference, such as 26-0193 or 26-0193-2, leads straight there.
cases-filter-stage = Stage
cases-column-case = Case
cases-column-compliance = Follow-up
cases-column-received = Received
cases-none-found-title = No case was found
cases-none-found = Titles, recommendations, references and the complainant’s name were searched. Try fewer words or another spelling.
cases-see-all = See all cases
cases-none-title = No cases yet
cases-none = Open one, or take in a decision that was made elsewhere.
