import { Checkboxes, Radios, Select } from "@/app/_ui/choices"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { ShownWhen } from "@/app/_ui/shown-when"
import { CALENDAR_REPEATS } from "@/db/vocabulary"
import { BOOKED_AS, EVENT_AUDIENCES } from "@/lib/events/input"
import { monthNames, say } from "@/lib/words"

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** When it starts and finishes. */
export const TimeFields = ({ optional }: { optional?: boolean }) => (
  <div className="flex flex-wrap gap-x-6">
    <TextField
      name="at"
      label={say("Starts at")}
      hint={say("For example, 10:00 or 2.30pm")}
      width="sm"
      optional={optional}
    />
    <TextField
      name="ends"
      label={say("Finishes at")}
      hint={say("For example, 12:30 or 4pm")}
      width="sm"
      optional={optional}
    />
  </div>
)

/** How it comes again. */
export const RepeatFields = () => (
  <>
    <Select
      name="every"
      label={say("Does it repeat?")}
      empty={say("No, it happens once")}
      options={options(CALENDAR_REPEATS)}
      optional
    />
    <ShownWhen name="every" is={Object.keys(CALENDAR_REPEATS)}>
      <DateFields name="until" legend={say("Last date of the series")} optional />
      <MonthsWithout />
      <BookedAsField />
    </ShownWhen>
  </>
)

/** The months that a series leaves out. */
export const MonthsWithout = () => (
  <Checkboxes
    name="notIn"
    legend={say("Months to skip")}
    hint={say("For example, tick August if you take a summer break")}
    options={monthNames().map((label, at) => ({ value: String(at + 1), label }))}
    inline
    optional
  />
)

/** How people book a series. */
export const BookedAsField = () => (
  <Radios name="bookedAs" legend={say("How do people book?")} options={options(BOOKED_AS)} />
)

/** What is said of an event beside its dates. */
export const AboutFields = ({ themes }: { themes: { value: string; label: string }[] }) => (
  <>
    <TextField name="title" label={say("Name of the event")} />
    <TextArea
      name="about"
      label={say("What happens there, and who is it for?")}
      hint={say("People read this before they book")}
      optional
    />
    {themes.length > 0 ? (
      <Checkboxes
        name="termIds"
        legend={say("Themes")}
        hint={say(
          "People who book see other events on the same themes. Groups are offered this event if their health check shows it would help.",
        )}
        options={themes}
        optional
      />
    ) : null}
  </>
)

/** Where it is, for how many and for whom. */
export const PlaceFields = () => (
  <>
    <TextField name="place" label={say("Place")} hint={say("The room and the address")} optional />
    <TextField
      name="onlineLink"
      label={say("Link to join online")}
      hint={say("Only people who’ve booked get to see it")}
      inputMode="url"
      optional
    />
    <TextField
      name="capacity"
      label={say("How many places are there?")}
      hint={say("Leave this empty if there’s no limit")}
      inputMode="numeric"
      width="xs"
      optional
    />
    <TextField
      name="price"
      label={say("Cost")}
      hint={say("In words, such as “Free” or “£20, or £10 for members”. Nobody pays here.")}
      optional
    />
    <Radios name="audience" legend={say("Who can book?")} options={options(EVENT_AUDIENCES)} />
  </>
)
