import { ButtonLink } from "@/app/_ui/button-link"
import { TextArea, TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { APPEAL_DECISIONS, LEFT_OUT } from "@/db/vocabulary"
import type { Election } from "@/lib/partnerships/elections/queries"
import type { OwnPlace } from "@/lib/partnerships/elections/taking/queries"
import { inSentence, say } from "@/lib/words"
import { appealForm, handOverForm } from "../actions"
import { type ByLink, LinkFields } from "./link"
import { linkPath } from "./paths"

type Props = { link: ByLink; election: Election; places: OwnPlace[] }

/** The groups of whoever reads this on the roll: the way to each ballot, handing it on, and an appeal where one was left out. */
export function Places({ link, election, places }: Props) {
  if (places.length === 0) return null
  const voting = election.state === "voting"
  const before = election.state === "nominating" || election.state === "checking"
  return (
    <section aria-labelledby="places">
      <h2 id="places">{say("Your groups")}</h2>
      {places.map((place) => (
        <div key={place.id} className="card mb-3">
          <h3 className="mt-0 mb-1 text-lg">{place.group}</h3>
          {place.leftOut ? (
            <p className="m-0">
              {say("Not on the roll: {why}.", {
                why: inSentence(LEFT_OUT[place.leftOut as keyof typeof LEFT_OUT]),
              })}
            </p>
          ) : (
            <p className="m-0">
              {place.voted
                ? place.onPaper
                  ? say("Has voted, on paper.")
                  : say("Has voted.")
                : voting
                  ? say("Hasn’t voted yet.")
                  : say("On the roll.")}{" "}
              {place.votes
                ? null
                : place.voter
                  ? say("{voter} votes for it.", { voter: place.voter })
                  : say("Nobody votes for it yet.")}
            </p>
          )}
          {place.appeals.map((one) => (
            <p key={one.words} className="text-soft">
              {one.decision
                ? say("Your appeal: {decision}. {reason}", {
                    decision: APPEAL_DECISIONS[one.decision as keyof typeof APPEAL_DECISIONS],
                    reason: one.reason ?? "",
                  })
                : say("We have your appeal, and will decide on it.")}
            </p>
          ))}
          {voting && place.votes && !place.onPaper ? (
            <p>
              <ButtonLink href={linkPath(link.lio, "vote", { key: link.token, roll: place.id })}>
                {place.voted
                  ? say("Change your vote")
                  : say("Vote on behalf of {group}", { group: place.group })}
              </ButtonLink>
            </p>
          ) : null}
          {election.state === "ended" && place.votes && place.voted && !place.onPaper ? (
            <p>
              <a href={linkPath(link.lio, "vote", { key: link.token, roll: place.id })}>
                {say("Was our ballot counted?")}
              </a>
            </p>
          ) : null}
          {place.leftOut && before && place.appeals.every(({ decision }) => decision) ? (
            <Form
              action={appealForm}
              submit={say("Send the appeal")}
              kind="secondary"
              id={`appeal-${place.id}`}
              fold={say("That’s not right")}
            >
              <LinkFields {...link} />
              <input type="hidden" name="rollId" value={place.id} />
              <TextArea name="words" label={say("Why should your group be on the roll?")} />
            </Form>
          ) : null}
          {!place.leftOut && (before || voting) && (place.votes || place.leads) ? (
            <Form
              action={handOverForm}
              submit={say("Let them vote")}
              kind="secondary"
              id={`hand-${place.id}`}
              fold={say("Somebody else should vote")}
            >
              <LinkFields {...link} />
              <input type="hidden" name="rollId" value={place.id} />
              {place.voted ? (
                <p>
                  {say(
                    "Your group has voted. Whoever votes now can change that only with the code of its receipt.",
                  )}
                </p>
              ) : null}
              <TextField name="name" label={say("Their name")} width="md" />
              <TextField name="email" label={say("Their email address")} type="email" width="md" />
            </Form>
          ) : null}
        </div>
      ))}
    </section>
  )
}
