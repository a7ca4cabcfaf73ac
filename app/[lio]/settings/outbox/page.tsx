import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { DataTable } from "@/app/_ui/data-table"
import { When } from "@/app/_ui/date"
import { EmptyState } from "@/app/_ui/empty-state"
import { Form } from "@/app/_ui/form"
import { BackLink, Tabs } from "@/app/_ui/links"
import { Pagination } from "@/app/_ui/pagination"
import { LETTER_STATES, type LetterState } from "@/lib/email/outbox/input"
import { mayMendOutbox } from "@/lib/email/outbox/policy"
import { countLetters, listLetters, listSuppressions } from "@/lib/email/outbox/queries"
import { pageIn } from "@/lib/input"
import { formatMoment, say, sayCount } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { NoMailYet } from "../../_parts/no-mail-yet"
import { liftSuppressionForm, sendAgainForm } from "./actions"

const states = Object.keys(LETTER_STATES) as LetterState[]
const EMPTY: Record<LetterState, string> = {
  waiting: say("No email is waiting to go out."),
  uncertain: say("We know what became of every email."),
  failed: say("Every email could be sent."),
  skipped: say("No email was held back."),
  sent: say("Nothing was sent in the last 90 days."),
}

/** What was sent to whom, what waits, what went wrong, and the addresses that are not written to. */
export default async function OutboxPage(props: PageProps) {
  const [frame, data] = await visit(props, async (ctx, query) => {
    const state = states.find((one) => one === query.state) ?? "waiting"
    const page = pageIn(query.page)
    const [summary, letters, stopped] = await Promise.all([
      countLetters(ctx),
      listLetters(ctx, { state, page }),
      listSuppressions(ctx),
    ])
    return { state, page, ...summary, letters, stopped, mends: mayMendOutbox(ctx.actor), now: ctx.now }
  })
  const { state, counts, letters, stopped, mends, now } = data
  const lio = frame.lio.slug
  const path = `/${lio}/settings/outbox`
  const again = mends && (state === "failed" || state === "uncertain")
  return (
    <Frame {...frame} title={say("Emails sent")} at="settings">
      <BackLink href={`/${lio}/settings`}>{say("Settings")}</BackLink>
      <h1>{say("Emails sent")}</h1>
      <NoMailYet />
      {data.trouble && (
        <Banner kind="problem">
          {sayCount(counts.waiting, {
            one: "{count} email couldn’t go out yet. We’ll try again.",
            other: "{count} emails couldn’t go out yet. We’ll try again.",
          })}{" "}
          {data.nextTry ? say("The next try is on {moment}.", { moment: formatMoment(data.nextTry) }) : ""}{" "}
          {say("The mail service said: {trouble}", { trouble: data.trouble })}
        </Banner>
      )}
      <Tabs
        label={say("Emails by state")}
        tabs={states.map((one) => ({
          label: LETTER_STATES[one],
          href: `${path}?state=${one}`,
          current: one === state,
          count: counts[one],
        }))}
      />
      {letters.length === 0 ? (
        <EmptyState drawing="letters" title={EMPTY[state]} />
      ) : (
        <DataTable
          caption={LETTER_STATES[state]}
          captionHidden
          rows={letters}
          rowKey={(letter) => letter.id}
          columns={[
            {
              key: "about",
              label: say("About"),
              main: true,
              cell: (letter) => letter.subject ?? letter.letter.replaceAll("-", " "),
            },
            {
              key: "to",
              label: say("To"),
              cell: (letter) => (letter.toName ? `${letter.toName} (${letter.toEmail})` : letter.toEmail),
            },
            {
              key: "when",
              label: say("Written"),
              cell: (letter) => <When at={letter.createdAt} now={now} time />,
            },
            {
              key: "why",
              label: say("Note"),
              cell: (letter) =>
                [letter.why, letter.repeated && say("sent a second time, as the first answer was lost")]
                  .filter(Boolean)
                  .join("; "),
            },
            ...(again
              ? [
                  {
                    key: "again",
                    label: say("Actions"),
                    cell: (letter: (typeof letters)[number]) =>
                      letter.canGoAgain ? (
                        <Form
                          id={letter.id}
                          action={sendAgainForm}
                          lio={lio}
                          submit={say("Send again")}
                          kind="plain"
                        >
                          <input type="hidden" name="id" value={letter.id} />
                        </Form>
                      ) : (
                        say("Cannot go again")
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Pagination place={{ path, query: { state } }} page={data.page} perPage={50} total={counts[state]} />
      <h2 id="stopped">{say("Addresses we do not write to")}</h2>
      <p>
        {say(
          "Emails to them came back, or somebody marked one as spam. Correct the address first, then email it again.",
        )}
      </p>
      {stopped.length === 0 ? (
        <p>{say("There are none.")}</p>
      ) : (
        <DataTable
          caption={say("Addresses we do not write to")}
          captionHidden
          rows={stopped}
          rowKey={(one) => one.email}
          columns={[
            { key: "email", label: say("Address"), main: true, cell: (one) => one.email },
            { key: "reason", label: say("Why"), cell: (one) => one.reason },
            { key: "since", label: say("Since"), cell: (one) => <When at={one.since} now={now} /> },
            ...(mends
              ? [
                  {
                    key: "lift",
                    label: say("Actions"),
                    cell: (one: (typeof stopped)[number]) => (
                      <Form
                        id={`lift-${one.email}`}
                        action={liftSuppressionForm}
                        lio={lio}
                        submit={say("Write to it again")}
                        kind="plain"
                      >
                        <input type="hidden" name="email" value={one.email} />
                      </Form>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Frame>
  )
}
