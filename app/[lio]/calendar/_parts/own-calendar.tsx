import { Form } from "@/app/_ui/form"
import { say } from "@/lib/words"
import { renewOwnCalendarForm } from "../actions"

type Props = { lio: string; own: string | null; staff: boolean }

/** The address by which somebody’s phone shows this calendar beside their own. */
export const OwnCalendar = ({ lio, own, staff }: Props) => (
  <section aria-labelledby="own" className="mt-8 max-w-2xl">
    <h2 id="own">{say("On your phone or computer")}</h2>
    <p>
      {staff
        ? say(
            "Your calendar app can show everything here. Add this address to it as a calendar you subscribe to.",
          )
        : say(
            "Your calendar app can show what you’ve booked. Add this address to it as a calendar you subscribe to.",
          )}
    </p>
    {own ? (
      <>
        <p className="break-all">
          <a href={own}>{`${process.env.APP_URL ?? ""}${own}`}</a>
        </p>
        <p className="text-soft">
          {say(
            "Anyone who has this address can see your calendar. If you’ve shared it by mistake, get a new one.",
          )}
        </p>
      </>
    ) : null}
    <Form
      action={renewOwnCalendarForm}
      lio={lio}
      submit={own ? say("Get a new address") : say("Get the address")}
      kind="secondary"
      id="own-calendar"
    />
  </section>
)
