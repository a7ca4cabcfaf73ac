import { formatDate } from "@/app/_ui/date"
import { SummaryList } from "@/app/_ui/summary-list"
import type { Election } from "@/lib/partnerships/elections/queries"
import { HOW_LONG_KEPT, momentInWords } from "@/lib/partnerships/elections/words"
import { termInWords } from "@/lib/partnerships/words"
import { say, sayCount } from "@/lib/words"

/** What an election is about and by which rules: for whoever may stand or vote. */
export function Notice({ election, zone }: { election: Election; zone: string }) {
  const { seats, places, network, memberMonths, endorsements, networkEndorses, whoMayStand } = election
  const rules = [
    network
      ? say("The groups of {network} that are members in good standing", { network })
      : say("All member groups in good standing"),
    ...(memberMonths > 0
      ? [
          sayCount(memberMonths, {
            one: "members for {count} month or longer",
            other: "members for {count} months or longer",
          }),
        ]
      : []),
  ]
  return (
    <>
      {seats.map((seat) => (
        <section key={seat.id}>
          <h2>{seats.length === 1 ? say("The role") : seat.title}</h2>
          {seat.mandate ? <p className="max-w-3xl whitespace-pre-line">{seat.mandate}</p> : null}
          {seat.role ? <p className="max-w-3xl whitespace-pre-line">{seat.role}</p> : null}
          <p className="text-soft">
            {seat.time ? say("Time: {time}.", { time: seat.time.replace(/\.$/, "") }) : null}{" "}
            {seat.termMonths
              ? say("A term lasts {term}.", { term: termInWords(seat.termMonths) ?? "" })
              : null}
          </p>
        </section>
      ))}
      <h2>{say("Rules and dates")}</h2>
      <SummaryList
        items={[
          { label: say("Who chooses"), value: say("{who}. One vote a group.", { who: rules.join(", ") }) },
          ...(whoMayStand ? [{ label: say("Who may stand"), value: whoMayStand }] : []),
          {
            label: say("Each nomination needs"),
            value:
              endorsements > 0 || networkEndorses
                ? [
                    ...(endorsements > 0
                      ? [
                          sayCount(endorsements, {
                            one: "{count} other group to endorse it",
                            other: "{count} other groups to endorse it",
                          }),
                        ]
                      : []),
                    ...(networkEndorses ? [say("a network to endorse it")] : []),
                  ].join(", ")
                : say("No endorsements"),
          },
          { label: say("Nominations until"), value: momentInWords(election.nominationsUntil, zone) },
          { label: say("Who can vote is decided on"), value: formatDate(election.rollOn) },
          {
            label: say("Voting"),
            value: say("From {from} until {until}, if more stand than there are seats ({places})", {
              ...{
                from: formatDate(election.votingFrom, zone),
                until: momentInWords(election.votingUntil, zone),
              },
              places,
            }),
          },
          {
            label: say("First day of the term"),
            value: election.startsOn ? formatDate(election.startsOn) : say("The day after the count"),
          },
          { label: say("If you stand"), value: HOW_LONG_KEPT },
        ]}
      />
    </>
  )
}
