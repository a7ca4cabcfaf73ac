"use server"

import { submit } from "@/app/_http/submit"
import { askAgain } from "@/lib/partnerships/elections/asking/commands"
import { askAgainInput } from "@/lib/partnerships/elections/asking/input"
import {
  callOff,
  changeElection,
  extendElection,
  planElection,
  publishElection,
} from "@/lib/partnerships/elections/commands"
import {
  callOffInput,
  changeElectionInput,
  electionIdInput,
  extendInput,
  planElectionInput,
} from "@/lib/partnerships/elections/input"
import { beginAgain, endWithoutVote, openVoting } from "@/lib/partnerships/elections/moving/commands"
import { checkNomination, noteNetwork } from "@/lib/partnerships/elections/nominations/commands"
import { checkInput, noteNetworkInput } from "@/lib/partnerships/elections/nominations/input"
import { addPaper, compareCount } from "@/lib/partnerships/elections/paper/commands"
import { addPaperInput, compareInput } from "@/lib/partnerships/elections/paper/input"
import { showResult } from "@/lib/partnerships/elections/results/commands"
import { decideAppeal, dispute, setVoter } from "@/lib/partnerships/elections/roll/commands"
import { decideAppealInput, disputeInput, setVoterInput } from "@/lib/partnerships/elections/roll/input"
import { confirmSubstitute, giveSeats } from "@/lib/partnerships/elections/seating/commands"
import { confirmSubstituteInput, giveSeatsInput } from "@/lib/partnerships/elections/seating/input"
import { inWords, say, sayCount } from "@/lib/words"

const at = (lio: string, id: string, text: string, page = "") => ({
  to: `/${lio}/partnerships/elections/${id}${page}`,
  banner: { text },
})
const emailed = (told: number) =>
  told === 0
    ? say("Nobody could be emailed.")
    : sayCount(told, { one: "We’re emailing {count} person.", other: "We’re emailing {count} people." })

/** Plans a vote. */
export const planElectionForm = submit("planElection", planElectionInput, planElection, ({ id }, { lio }) =>
  at(lio, id, say("Saved. Check it, then announce it.")),
)
/** Changes what is planned. */
export const changeElectionForm = submit(
  "changeElection",
  changeElectionInput,
  changeElection,
  ({ id }, { lio }) => at(lio, id, say("Saved.")),
)
/** Announces it. */
export const publishElectionForm = submit(
  "publishElection",
  electionIdInput,
  publishElection,
  ({ id, told }, { lio }) => at(lio, id, `${say("It’s announced.")} ${emailed(told)}`),
)
/** Gives more time for nominations. */
export const extendElectionForm = submit(
  "extendElection",
  extendInput,
  extendElection,
  ({ id, told }, { lio }) => at(lio, id, `${say("Nominations are open again.")} ${emailed(told)}`),
)
/** Calls it off. */
export const callOffForm = submit("callOffElection", callOffInput, callOff, ({ id }, { lio }) =>
  at(lio, id, say("It’s called off, and groups have been told.")),
)
/** Finds a nomination valid, or not. */
export const checkNominationForm = submit(
  "checkNomination",
  checkInput,
  checkNomination,
  ({ id, name, valid, told }, { lio }) =>
    at(
      lio,
      id,
      !told
        ? say("That’s what you had decided, so nobody was emailed again.")
        : valid
          ? say("{name} stands. We’ve emailed them.", { name })
          : say("{name} doesn’t stand. We’ve emailed them why.", { name }),
    ),
)
/** Writes again to somebody who was put up and hasn’t answered. */
export const askAgainForm = submit("askAgain", askAgainInput, askAgain, ({ id, name }, { lio }) =>
  at(lio, id, say("We’ve emailed {name}. The link they were sent before no longer works.", { name })),
)
/** Notes that a network endorses somebody. */
export const noteNetworkForm = submit("noteNetwork", noteNetworkInput, noteNetwork, ({ id }, { lio }) =>
  at(lio, id, say("Noted.")),
)
/** Adds ballots that came on paper. */
export const addPaperForm = submit("addPaper", addPaperInput, addPaper, ({ id, papers }, { lio }) =>
  at(
    lio,
    id,
    sayCount(papers, {
      one: "{count} ballot is in the box, and its group is marked as having voted.",
      other: "{count} ballots are in the box, and their groups are marked as having voted.",
    }),
  ),
)
/** Compares a count elsewhere with ours. */
export const compareCountForm = submit(
  "compareCount",
  compareInput,
  compareCount,
  ({ id, sameBallots, sameElected }, { lio }) =>
    at(
      lio,
      id,
      sameBallots && sameElected
        ? say("The same: these are our ballots, and the same people are elected.")
        : sameElected
          ? say("The same people are elected, but these aren’t the ballots that we counted.")
          : say("Not the same: other people are elected. Check which ballots were counted there."),
    ),
)
/** Opens voting. */
export const openVotingForm = submit("openVoting", electionIdInput, openVoting, ({ id }, { lio }) =>
  at(lio, id, say("Voting is open. Whoever votes for a group gets a link by email.")),
)
/** Begins a vote again whose box can’t be opened. */
export const beginAgainForm = submit("beginAgain", electionIdInput, beginAgain, ({ id }, { lio }) =>
  at(lio, id, say("Voting begins again, and everybody who votes has been told.")),
)
/** Ends it without a vote. */
export const endWithoutVoteForm = submit(
  "endWithoutVote",
  electionIdInput,
  endWithoutVote,
  ({ id, outcome }, { lio }) =>
    at(lio, id, outcome === "unopposed" ? say("Elected unopposed.") : say("It has ended: nobody stood.")),
)
/** Tells groups the result. */
export const showResultForm = submit("showResult", electionIdInput, showResult, ({ id }, { lio }) =>
  at(lio, id, say("Groups have been told.")),
)
/** Says who takes which seat. */
export const giveSeatsForm = submit("giveSeats", giveSeatsInput, giveSeats, ({ id, names }, { lio }) =>
  at(
    lio,
    id,
    sayCount(
      names.length,
      {
        one: "{names} has a seat. We’ve emailed them.",
        other: "{names} have their seats. We’ve emailed them.",
      },
      { names: inWords(names) },
    ),
  ),
)
/** Makes whoever came next the substitute. */
export const confirmSubstituteForm = submit(
  "confirmSubstitute",
  confirmSubstituteInput,
  confirmSubstitute,
  ({ id, name }, { lio }) => at(lio, id, say("{name} is the substitute.", { name })),
)
/** Decides on an appeal about the roll. */
export const decideAppealForm = submit("decideAppeal", decideAppealInput, decideAppeal, ({ id }, { lio }) =>
  at(lio, id, say("Saved. The group reads your decision with its link."), "/roll"),
)
/** Notes that a group says the vote for it isn’t its own. */
export const disputeForm = submit("disputeVote", disputeInput, dispute, ({ id }, { lio }) =>
  at(lio, id, say("Noted. You can begin the vote again here, or let it go on.")),
)
/** Says who votes for a group. */
export const setVoterForm = submit("setVoter", setVoterInput, setVoter, ({ id, name }, { lio }) =>
  at(lio, id, say("{name} votes for the group now.", { name }), "/roll"),
)
