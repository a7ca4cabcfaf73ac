import "server-only"
import { and, eq, isNull } from "drizzle-orm"
import { ballotBoxes, electionRoll } from "@/db/schema"
import type { ELECTION_RULES } from "@/db/vocabulary"
import { readingAll } from "../../../access/audiences"
import type { Ctx } from "../../../access/ctx"
import { found, RuleBroken } from "../../../errors"
import { say } from "../../../words"
import { holdElection } from "../holding/commands"
import { listStanding, type Standing } from "../nominations/queries"
import type { Election } from "../queries"
import { ensureTakes, listOwnPlaces, type Taker } from "../taking/queries"
import { codeIn, lockBox, markOf, openBox, type Place } from "./box"
import type { Ballot } from "./input"

type Filled = Pick<Ballot, "choice" | "ticked" | "rank" | "blank">

function placesIn(standing: Standing[], ids: (string | undefined)[]): number[] {
  const places = ids.map((id) => standing.findIndex((one) => one.id === id))
  if (places.some((at) => at < 0) || new Set(places).size < places.length)
    throw new RuleBroken(say("Somebody on this ballot doesn’t stand. Open the page again."))
  return places
}

/** What a ballot says, as places in the list of those who stand: in order of preference, or alike. */
function preferencesIn(
  rule: keyof typeof ELECTION_RULES,
  standing: Standing[],
  { choice, ticked, rank, blank }: Filled,
): number[] {
  if (blank) {
    if (choice || ticked.length > 0 || rank.some(({ place }) => place !== null))
      throw new RuleBroken(
        say("You chose somebody, and also to leave your ballot blank. Choose one or the other."),
        "blank",
      )
    return []
  }
  if (rule === "plurality") {
    if (!choice) throw new RuleBroken(say("Choose one, or leave your ballot blank."), "choice")
    return placesIn(standing, [choice])
  }
  if (rule === "approval") {
    if (ticked.length === 0)
      throw new RuleBroken(say("Tick at least one, or leave your ballot blank."), "ticked")
    return placesIn(standing, [...new Set(ticked)]).sort((one, other) => one - other)
  }
  const placed = rank
    .filter(({ place }) => place !== null)
    .sort((one, other) => (one.place ?? 0) - (other.place ?? 0))
  if (placed.length === 0)
    throw new RuleBroken(say("Number at least one, or leave your ballot blank."), "rank.0.place")
  if (placed.some(({ place }, at) => place !== at + 1))
    throw new RuleBroken(say("Use each number once, from 1 on, with none left out between."), "rank.0.place")
  return placesIn(
    standing,
    placed.map(({ id }) => id),
  )
}

/** The election while votes are taken, kept from others. */
export async function holdVoting(ctx: Ctx, electionId: string): Promise<Election> {
  const election = await holdElection(ctx, electionId)
  if (election.state !== "voting" || election.votingUntil <= ctx.now)
    throw new RuleBroken(say("Voting has closed."))
  return election
}

/** Opens the box of an election that is held, has something done to its places, and locks it anew. */
export async function changeBox(ctx: Ctx, electionId: string, change: (places: Place[]) => void) {
  const [row] = await ctx.tx.select().from(ballotBoxes).where(eq(ballotBoxes.electionId, electionId))
  const { salt, locked } = found(row)
  const places = openBox(salt, electionId, locked)
  change(places)
  await ctx.tx
    .update(ballotBoxes)
    .set({ locked: lockBox(salt, electionId, places) })
    .where(eq(ballotBoxes.electionId, electionId))
}

/** Puts a ballot into the first empty place. */
export function putIn(places: Place[], ballot: Place) {
  const empty = places.findIndex(({ mark }) => mark === null)
  if (empty < 0) throw new Error("A ballot box has no place left.")
  places[empty] = ballot
}

type Cast = Filled & { rollId: string; codes: (string | null | undefined)[]; made: string }

/**
 * Casts the ballot of a group, or changes it. A first vote gets the code of the page it was filled in on, so that the same page
 * sent twice votes once; a vote that was cast is found by its code and nothing else. Gives the code of the receipt.
 */
export function castBallot(ctx: Ctx, taker: Taker, { rollId, codes, made, ...filled }: Cast) {
  ensureTakes(ctx, taker)
  return readingAll(ctx, "a vote is put into the box; nobody is told what is in it", async () => {
    const election = await holdVoting(ctx, taker.electionId)
    const place = (await listOwnPlaces(ctx, taker)).find(({ id }) => id === rollId)
    if (!place?.votes || place.leftOut) throw new RuleBroken(say("Somebody else votes for this group now."))
    const standing = await listStanding(ctx, election.id)
    const preferences = preferencesIn(found(election.rule), standing, filled)
    const fresh = found(codeIn(made))
    const known = place.voted ? [...codes, made].flatMap((code) => codeIn(code) ?? []) : [fresh]
    let receipt: string | null = null
    await changeBox(ctx, election.id, (places) => {
      for (const code of known) {
        const mark = markOf(election.id, code)
        const own = places.find((one) => one.mark?.equals(mark))
        if (own && !place.voted) throw new RuleBroken(say("Open the page again, and vote there."))
        if (own) own.preferences = preferences
        else if (!place.voted) putIn(places, { mark, preferences })
        else continue
        receipt = code
        return
      }
    })
    if (!receipt)
      throw new RuleBroken(
        place.onPaper
          ? say("{group} has voted on paper.", { group: place.group })
          : say("{group} has voted already. To change that vote, enter the code of its receipt.", {
              group: place.group,
            }),
        "code",
      )
    if (!place.voted)
      await ctx.tx
        .update(electionRoll)
        .set({ votedBy: "link" })
        .where(and(eq(electionRoll.id, rollId), isNull(electionRoll.votedBy)))
    return { receipt: receipt as string }
  })
}
