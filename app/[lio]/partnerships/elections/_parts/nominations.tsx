import { Radios, Select } from "@/app/_ui/choices"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { Tag } from "@/app/_ui/tag"
import { wordsIn } from "@/lib/partnerships/elections/nominations/input"
import type { Nomination } from "@/lib/partnerships/elections/nominations/queries"
import { isUnanswered, missingIn } from "@/lib/partnerships/elections/nominations/words"
import type { Election } from "@/lib/partnerships/elections/queries"
import { inWords, say, sayCount } from "@/lib/words"
import { askAgainForm, checkNominationForm, noteNetworkForm } from "../actions"

type Props = {
  lio: string
  election: Election
  nominations: Nomination[]
  networks: { id: string; name: string }[]
  keeps: boolean
}

function StateOf({ one }: { one: Nomination }) {
  if (one.electedAs !== null)
    return <Tag tone="good">{one.seat ? say("Elected: {seat}", { seat: one.seat }) : say("Elected")}</Tag>
  if (one.seat) return <Tag tone="good">{say("Stands in: {seat}", { seat: one.seat })}</Tag>
  if (one.withdrawn) return <Tag>{say("Withdrawn")}</Tag>
  if (one.valid) return <Tag tone="good">{say("Valid")}</Tag>
  if (one.refusedReason) return <Tag tone="problem">{say("Not valid")}</Tag>
  return one.agreed ? <Tag tone="wait">{say("To check")}</Tag> : <Tag>{say("Waits for the nominee")}</Tag>
}

function One({ lio, election, one, keeps, networks }: Omit<Props, "nominations"> & { one: Nomination }) {
  const open = election.state === "nominating" || election.state === "checking"
  const missing = missingIn(election, one)
  return (
    <div className="card mb-3">
      <h3 className="mt-0 mb-1 text-lg">{one.name}</h3>
      <p className="m-0 text-soft">
        <a href={`/${lio}/groups/${one.groupId}`}>{one.group}</a>, {one.email}
      </p>
      <p className="mt-1 mb-2">
        <StateOf one={one} /> {one.refusedReason}
      </p>
      {one.pictureId ? (
        // biome-ignore lint/performance/noImgElement: a small picture of our own, drawn once
        <img
          src={`/${lio}/files/${one.pictureId}/picture`}
          alt={say("Picture of {name}", { name: one.name })}
          className="my-2 max-h-40"
        />
      ) : null}
      {one.statement ? (
        <>
          <p className="max-w-3xl whitespace-pre-line">{one.statement}</p>
          <p className="m-0 text-soft">
            {sayCount(wordsIn(one.statement), { one: "{count} word", other: "{count} words" })}
          </p>
        </>
      ) : null}
      {one.endorsedBy.length > 0 ? (
        <p className="m-0">
          {say("Endorsed by {groups}", {
            groups: inWords(one.endorsedBy.map(({ name }) => name)),
          })}
        </p>
      ) : null}
      {open && !one.withdrawn && !one.agreed ? (
        <p className="m-0">
          {election.state === "nominating"
            ? say("We’re waiting for their yes. They have a link for it in their email.")
            : say("They didn’t say yes before nominations closed, so they don’t stand.")}
        </p>
      ) : null}
      {election.state === "nominating" && keeps && isUnanswered(one) ? (
        <Form
          action={askAgainForm}
          lio={lio}
          submit={say("Email them")}
          kind="secondary"
          id={`again-${one.id}`}
          fold={say("Email them again")}
          values={{ email: one.email }}
        >
          <input type="hidden" name="id" value={one.id} />
          <TextField
            name="email"
            label={say("Their email address")}
            hint={say("Change it if it was wrong. The link in the first email will stop working.")}
            type="email"
            width="md"
          />
        </Form>
      ) : null}
      {open && keeps && !one.withdrawn && one.agreed ? (
        <>
          {missing ? <p>{missing}</p> : null}
          <Form
            action={checkNominationForm}
            lio={lio}
            submit={say("Save and tell them")}
            kind="secondary"
            id={`check-${one.id}`}
            fold={one.valid || one.refusedReason ? say("Decide again") : say("Check this nomination")}
          >
            <input type="hidden" name="id" value={one.id} />
            <Radios
              name="verdict"
              legend={say("Is it valid?")}
              options={[
                { value: "valid", label: say("Yes") },
                { value: "refused", label: say("No") },
              ]}
            />
            <TextField
              name="reason"
              label={say("Why not?")}
              hint={say("Only if it isn’t valid. They read this.")}
            />
          </Form>
          {election.networkEndorses ? (
            <Form
              action={noteNetworkForm}
              lio={lio}
              submit={say("Save")}
              kind="secondary"
              id={`network-${one.id}`}
              fold={say("A network endorses them")}
            >
              <input type="hidden" name="id" value={one.id} />
              <Select
                name="networkId"
                label={say("Which network?")}
                options={networks.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form>
          ) : null}
        </>
      ) : null}
    </div>
  )
}

/** Everybody who was put up, to be checked. */
export const Nominations = ({ nominations, ...rest }: Props) => (
  <>
    <h2>{say("Nominations")}</h2>
    {nominations.length === 0 ? <p>{say("None so far.")}</p> : null}
    {nominations.map((one) => (
      <One key={one.id} {...rest} one={one} />
    ))}
  </>
)
