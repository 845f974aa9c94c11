# Holidays, closures and what they would move.

calendar-title = Days not worked
calendar-holidays = Bank holidays to come
calendar-closures = Days on which the office is closed
calendar-none = The office is closed on no other day.
calendar-day = Day
calendar-why = Why
calendar-add-title = Close the office on another day
calendar-add-hint = See first which open dates would move. A statutory date never moves, nor does one that somebody agreed.
calendar-why-en = Why, in English
calendar-why-cy = Why, in Welsh
calendar-look = See what would move
calendar-manager = A manager closes the office on a day.
calendar-check-title = { $count ->
    [one] 1 date would move
   *[other] { $count } dates would move
}
calendar-check-day = The office would be closed on { $date }: { $why }
calendar-check-none = No open date would move.
calendar-recommendation = Recommendation
calendar-now = Stands now
calendar-then = Would stand
calendar-confirm = Close the office on this day
calendar-day-missing = Enter the day
calendar-day-past = Enter a day that is still to come
calendar-day-not-worked = Nobody works on that day already
calendar-why-missing = Enter why, in both languages: dates are explained with it
calendar-reason = The office is closed on { $date } ({ $why })
done-calendar-closed = The day is in the calendar, and the dates listed have moved.
