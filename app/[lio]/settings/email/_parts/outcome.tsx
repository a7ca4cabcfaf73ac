import { Banner } from "@/app/_ui/banner"
import { formatMoment } from "@/app/_ui/date"
import type { Trial } from "@/lib/email/trying/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"

const FINE: Trial["state"][] = ["sent", "kept", "waiting"]

/** What became of a test email, with the mail server's own words where it gave any. */
export function Outcome({ lio, trial }: { lio: string; trial: Trial }) {
  return (
    <section id="tried" aria-label={say("Your last test email")}>
      <Banner kind={FINE.includes(trial.state) ? "note" : "problem"}>{said(lio, trial)}</Banner>
    </section>
  )
}

function said(lio: string, { state, toEmail, at, why, nextTryAt }: Trial) {
  const when = formatMoment(at)
  if (state === "waiting")
    return sayRich("Your test email of {when} is on its way. <again>Look again</again>.", {
      when,
      again: (text) => <a href={`/${lio}/settings/email#tried`}>{text}</a>,
    })
  if (state === "sent")
    return say(
      "Your test email of {when} was sent: the mail server accepted it for {toEmail}. Now check whether it has arrived. Look in your spam folder, too.",
      { when, toEmail },
    )
  if (state === "kept")
    return say(
      "Your test email of {when} wasn’t sent. It was kept as a file in the folder “outbox” on this computer, because EMAIL_URL wasn’t set.",
      { when },
    )
  if (state === "held")
    return sayRich(
      "Your test email of {when} wasn’t sent, because {toEmail} is one of the <stopped>addresses we do not write to</stopped>.",
      {
        when,
        toEmail,
        stopped: (text) => <a href={`/${lio}/settings/outbox#stopped`}>{text}</a>,
      },
    )
  const words = why ?? ""
  if (state === "again")
    return [
      say("Your test email of {when} couldn’t be sent yet. The mail server said: {words}", { when, words }),
      nextTryAt ? say("We’ll try again on {moment}.", { moment: formatMoment(nextTryAt) }) : "",
    ].join(" ")
  if (state === "uncertain")
    return say("We don’t know whether your test email of {when} arrived. {words}", { when, words })
  return say("Your test email of {when} was refused. The mail server said: {words}", { when, words })
}
