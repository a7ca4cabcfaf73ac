import { Disclosure } from "@/app/_ui/disclosure"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Grip, MoveButtons } from "@/app/_ui/move-buttons"
import { Reorder } from "@/app/_ui/reorder"
import { wordsOfAsk } from "@/lib/representations/input"
import type { Representation } from "@/lib/representations/queries"
import { asSeen } from "@/lib/seen"
import { inWords, say, sayCount } from "@/lib/words"
import { Seen } from "../../_parts/seen"
import { addAskForm, changeAskForm, dropAskForm, moveAskForm } from "../actions"
import { Filed } from "./filed"
import { ReplyForm } from "./reply-form"
import { ReplyTag } from "./words"

type Ask = Representation["asks"][number]
type Props = {
  lio: string
  whole: Representation
  /** The ask that is open: its words, or its reply, can be changed in its row. */
  chosen: Ask | null
  /** Adding an ask is the next thing to do. */
  first: boolean
  today: string
  /** Those on the representation, one of which may be the letter of a reply. */
  files: { id: string; name: string }[]
}

const groupsOf = (ask: Ask) => new Set(ask.evidence.map(({ groupId }) => groupId)).size

/** What stands behind an ask, as a number. */
export function evidenceInWords(ask: Ask) {
  const passages = sayCount(
    ask.evidence.length,
    { one: "{count} passage from {ask}", other: "{count} passages from {ask}" },
    { ask: sayCount(groupsOf(ask), { one: "{count} group", other: "{count} groups" }) },
  )
  const others = sayCount(ask.pins, { one: "{count} other thing", other: "{count} other things" })
  const all = [...(ask.evidence.length > 0 ? [passages] : []), ...(ask.pins > 0 ? [others] : [])]
  return all.length > 0 ? inWords(all) : say("No evidence yet")
}

/** The asks as rows: the one that is open is changed where it stands, and another is added below. */
export function AskRows({ lio, whole, chosen, first, today, files }: Props) {
  const sent = Boolean(whole.sentOn)
  return (
    <>
      <h2 className="mt-0">{say("What we’re asking for")}</h2>
      <Reorder>
        <ol className="list-none border-t border-line p-0">
          {whole.asks.map((ask, at) => (
            <li
              key={ask.id}
              id={`ask-${ask.position}`}
              className={`border-b border-line py-3 ${ask === chosen ? "border-l-4 border-l-leaf pl-4" : ""}`}
            >
              <Row
                lio={lio}
                ask={ask}
                at={`/${lio}/representations/${whole.id}`}
                open={ask === chosen}
                {...{ sent, today, files }}
              />
              {sent ? null : (
                <div className="flex flex-wrap gap-x-4">
                  <MoveButtons
                    action={moveAskForm}
                    lio={lio}
                    id={ask.id}
                    called={`ask ${ask.position}`}
                    first={at === 0}
                    last={at === whole.asks.length - 1}
                  />
                </div>
              )}
            </li>
          ))}
        </ol>
      </Reorder>
      {sent ? null : (
        <section aria-labelledby="add" className="no-print mt-6">
          <h3 id="add">{say("Add an ask")}</h3>
          <Form
            action={addAskForm}
            lio={lio}
            submit={say("Add the ask")}
            kind={first ? undefined : "secondary"}
            id="new"
          >
            <input type="hidden" name="representationId" value={whole.id} />
            <TextArea
              name="text"
              label={say("What should they do?")}
              hint={say("One thing, in one sentence, that they can say yes or no to")}
              rows={2}
            />
            <TextArea name="why" label={say("Why?")} rows={2} optional />
            <AskDetails />
          </Form>
        </section>
      )}
    </>
  )
}

const AskDetails = () => (
  <Disclosure summary={say("Who should do it, with what and by when")}>
    <TextField name="byWhom" label={say("Who should do it?")} optional />
    <TextField
      name="withWhat"
      label={say("With what?")}
      hint={say("For example, money, staff or a building")}
      optional
    />
    <TextField name="byWhen" label={say("By when?")} optional />
  </Disclosure>
)

type RowProps = Pick<Props, "lio" | "today" | "files"> & {
  ask: Ask
  at: string
  open: boolean
  sent: boolean
}

function Row({ lio, ask, at, open, sent, today, files }: RowProps) {
  if (open && !sent) return <ChangeAsk lio={lio} ask={ask} />
  return (
    <>
      <p className="m-0 flex font-semibold">
        {sent ? null : <Grip />}
        <span>
          {ask.position}. {ask.text}
        </span>
      </p>
      <p className="m-0 flex flex-wrap items-center gap-x-4">
        <span className="text-soft">{evidenceInWords(ask)}</span>
        {sent ? <ReplyTag reply={ask.reply} /> : null}
        {open ? null : (
          <a
            className="no-print inline-flex min-h-6 items-center"
            href={`${at}?ask=${ask.id}#ask-${ask.position}`}
          >
            {sent
              ? ask.reply
                ? say("Enter a later reply")
                : say("Enter the reply")
              : say("Change, or pin evidence")}
            <span className="sr-only"> {say("of ask {position}", { position: ask.position })}</span>
          </a>
        )}
        {sent ? (
          <a className="no-print inline-flex min-h-6 items-center" href={`${at}/asks/${ask.id}/outcome`}>
            {say("Add what happened next")}
          </a>
        ) : null}
      </p>
      <Filed lio={lio} ask={ask} today={today} />
      {open ? <ReplyForm lio={lio} askId={ask.id} files={files} /> : null}
    </>
  )
}

function ChangeAsk({ lio, ask }: { lio: string; ask: Ask }) {
  return (
    <>
      <p className="only-print font-semibold">
        {ask.position}. {ask.text}
      </p>
      <Form
        action={changeAskForm}
        lio={lio}
        id="ask"
        values={{
          ...wordsOfAsk(ask),
          seen: asSeen(wordsOfAsk(ask)),
        }}
        submit={say("Save this ask")}
        kind="secondary"
      >
        <input type="hidden" name="id" value={ask.id} />
        <Seen />
        <TextArea name="text" label={say("Ask {position}", { position: ask.position })} rows={2} />
        <TextArea
          name="why"
          label={say("The reason for ask {position}", { position: ask.position })}
          rows={2}
          optional
        />
        <AskDetails />
      </Form>
      <p className="no-print mt-3 mb-0 lg:hidden">
        <a className="inline-flex min-h-11 items-center" href="#evidence">
          {say("See and pin its evidence")}
        </a>
      </p>
      <Form
        fold={say("Remove this ask")}
        action={dropAskForm}
        lio={lio}
        submit={say("Remove this ask")}
        kind="danger"
        id="drop"
      >
        <p>{say("Its evidence stays in the consultation.")}</p>

        <input type="hidden" name="id" value={ask.id} />
      </Form>
    </>
  )
}
