import { Banner } from "@/app/_ui/banner"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import type { Nomination } from "@/lib/partnerships/elections/nominations/queries"
import { isOpen } from "@/lib/partnerships/elections/nominations/words"
import type { Election } from "@/lib/partnerships/elections/queries"
import { momentInWords } from "@/lib/partnerships/elections/words"
import { dayOf, inWords, say, sayCount } from "@/lib/words"
import {
  beginAgainForm,
  callOffForm,
  endWithoutVoteForm,
  extendElectionForm,
  openVotingForm,
  publishElectionForm,
  showResultForm,
} from "../actions"
import { DayFields } from "./fields"
import { GiveSeats, Substitute, seatsRemain } from "./outcome"

type Props = {
  lio: string
  election: Election
  nominations: Nomination[]
  hinders: string | null
  voted: { onRoll: number; voted: number; disputed: number }
  opens: boolean
  /** How many groups would be asked for nominations today, of a vote that isn’t announced. */
  able: number
  zone: string
  keeps: boolean
}
type Act = Parameters<typeof Form>[0]["action"]

/** A form of one button, for this election. */
const Do = ({ lio, id, action, words }: { lio: string; id: string; action: Act; words: string }) => (
  <Form action={action} lio={lio} submit={words} id={words.replace(/\W+/g, "-")}>
    <input type="hidden" name="id" value={id} />
  </Form>
)

/** Other days for nominations and voting, while nobody can vote yet. */
const MoreTime = ({ lio, election, zone }: Pick<Props, "lio" | "election" | "zone">) => (
  <Form
    action={extendElectionForm}
    lio={lio}
    submit={election.state === "nominating" ? say("Change the days") : say("Open nominations again")}
    kind="secondary"
    id="extend"
    fold={say("Give more time for nominations")}
    values={{
      nominationsUntil: election.state === "nominating" ? dayOf(election.nominationsUntil, zone) : "",
      votingFrom: dayOf(election.votingFrom, zone),
      votingUntil: dayOf(election.votingUntil, zone),
    }}
  >
    <input type="hidden" name="id" value={election.id} />
    <p>{say("The groups that choose get an email with the new days.")}</p>
    <DayFields />
  </Form>
)

function Checking({ lio, election, nominations, hinders, zone }: Props) {
  const valid = nominations.filter((one) => one.valid && !one.withdrawn)
  const open = nominations.some(isOpen)
  const few = !open && valid.length <= election.places
  return (
    <>
      {hinders ? <p>{hinders}</p> : <p>{say("Everything is ready for voting.")}</p>}
      {hinders ? null : (
        <Do {...{ lio, id: election.id, action: openVotingForm, words: say("Open voting now") }} />
      )}
      {few ? (
        <Do
          {...{ lio, id: election.id, action: endWithoutVoteForm }}
          words={
            valid.length > 0
              ? say("Elect {names} unopposed", { names: inWords(valid.map(({ name }) => name)) })
              : say("End it: nobody stood")
          }
        />
      ) : null}
      <MoreTime {...{ lio, election, zone }} />
    </>
  )
}

function Voting({ lio, election, voted, opens, zone, keeps }: Props) {
  return (
    <>
      <p>
        {say("Groups that have voted: {voted} of {onRoll}. Voting closes on {until}, and is counted then.", {
          ...{ voted: voted.voted, onRoll: voted.onRoll, until: momentInWords(election.votingUntil, zone) },
        })}
      </p>
      {opens && keeps ? (
        <p>
          <a href={`/${lio}/partnerships/elections/${election.id}/paper`}>
            {say("Add ballots that came on paper")}
          </a>
        </p>
      ) : null}
      {opens && voted.disputed > 0 ? (
        <>
          <Banner kind="problem">
            {sayCount(voted.disputed, {
              one: "{count} group says that the vote for it isn’t its own. Hand its vote to somebody else first, on the roll, so that the old link votes no more. Then begin the vote again: everybody is asked to vote once more. If you let it stand, the result says that it was noted.",
              other:
                "{count} groups say that the votes for them aren’t their own. Hand their votes to somebody else first, on the roll, so that the old links vote no more. Then begin the vote again: everybody is asked to vote once more. If you let them stand, the result says that it was noted.",
            })}
          </Banner>
          {keeps ? (
            <Do {...{ lio, id: election.id, action: beginAgainForm, words: say("Begin the vote again") }} />
          ) : null}
        </>
      ) : null}
      {opens || !keeps ? null : (
        <>
          <Banner kind="problem">
            {say(
              "The ballot box can’t be opened: it was locked with another secret than the one our server has today. If you can, put the old secrets.json back. Otherwise begin the vote again: the votes so far are lost, and everybody is asked to vote once more.",
            )}
          </Banner>
          <Do {...{ lio, id: election.id, action: beginAgainForm, words: say("Begin the vote again") }} />
        </>
      )}
    </>
  )
}

function Ended({ lio, election, nominations }: Props) {
  return (
    <>
      {election.shownAt ? null : (
        <>
          <p>{say("Whoever stood has been told. Groups are told a day after the count, or now.")}</p>
          <Do
            {...{ lio, id: election.id, action: showResultForm, words: say("Tell groups the result now") }}
          />
        </>
      )}
      <GiveSeats {...{ lio, election, nominations }} />
      <Substitute {...{ lio, election, nominations }} />
    </>
  )
}

/** What comes next in an election, and the buttons for it. */
export function NextStep(props: Props) {
  const { lio, election, keeps, zone } = props
  const { state, id } = election
  const over = state === "ended" && election.shownAt && !seatsRemain(props)
  if (state === "off" || over || (state === "ended" && !keeps)) return null
  return (
    <section aria-labelledby="next" className="card mb-6 max-w-3xl">
      <h2 id="next" className="mt-0">
        {say("What comes next")}
      </h2>
      {state === "planned" ? (
        <>
          <p>
            {sayCount(props.able, {
              one: "Check what is said below. Announcing it emails the {count} group that can nominate.",
              other: "Check what is said below. Announcing it emails the {count} groups that can nominate.",
            })}
          </p>
          {election.boardShown ? null : (
            <p>
              {say("{board} isn’t on the public page, so only groups can read of this vote and who stands.", {
                board: election.board,
              })}{" "}
              <a href={`/${lio}/partnerships/${election.boardId}#public`}>
                {say("Show the board on the public page first")}
              </a>
            </p>
          )}
          {keeps ? <Do {...{ lio, id, action: publishElectionForm, words: say("Announce it") }} /> : null}
        </>
      ) : null}
      {state === "nominating" ? (
        <>
          <p>
            {say("Groups can put people up until {until}. You can check nominations as they come.", {
              until: momentInWords(election.nominationsUntil, zone),
            })}
          </p>
          {keeps ? <MoreTime {...{ lio, election, zone }} /> : null}
        </>
      ) : null}
      {state === "checking" && keeps ? <Checking {...props} /> : null}
      {state === "voting" ? <Voting {...props} keeps={keeps} /> : null}
      {state === "ended" && keeps ? <Ended {...props} /> : null}
      {keeps && state !== "ended" ? (
        <Form
          action={callOffForm}
          lio={lio}
          submit={say("Call it off")}
          kind="danger"
          id="off"
          fold={say("Call it off")}
        >
          <input type="hidden" name="id" value={id} />
          <TextField name="reason" label={say("Why?")} hint={say("Groups read this.")} />
        </Form>
      ) : null}
    </section>
  )
}
