import { TextArea, TextField } from "@/app/_ui/fields"
import { say } from "@/lib/words"

/** What a seat says of itself. */
export function SeatFields() {
  return (
    <>
      <TextField
        name="title"
        label={say("What is the seat called?")}
        hint={say("For example: voluntary sector seat for older people")}
      />
      <TextArea
        name="mandate"
        label={say("Mandate")}
        hint={say("Who do they speak for, and what can they agree to without asking first?")}
        rows={3}
        optional
      />
      <TextArea
        name="role"
        label={say("What does the role ask?")}
        hint={say("The work, and what somebody needs to know or have done. Shown when the seat is vacant.")}
        rows={5}
        optional
      />
      <TextField
        name="time"
        label={say("How much time does it take?")}
        hint={say("For example: four meetings a year of two hours, and a day’s reading for each")}
        optional
      />
      <TextField
        name="termMonths"
        label={say("How long is a term?")}
        inputMode="numeric"
        width="xs"
        suffix={say("months")}
        optional
      />
    </>
  )
}
