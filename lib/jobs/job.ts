/** Nothing beside the LIO. */
export type Nothing = Record<string, never>

/**
 * Every kind of job by name, and what it is told beside its LIO. A room adds its own where it says what they do
 * (`declare module "@/lib/jobs/job"`), so that a job that nobody does cannot be asked for.
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms add to it, which no type alias allows
export interface Jobs {}

/** The name of a kind of job. */
export type JobName = keyof Jobs

/** What a kind of job does in one LIO, and when the clock asks for it. */
export type Job<Told> = {
  /** `attempts`: which try this is, from 1. */
  does: (lio: string, told: Told, how: { attempts: number }) => Promise<unknown>
  /** When it is done in every LIO, a job for each, in UTC: minute, hour, day, month, weekday. */
  every?: string
  /** How far back a round that nobody was there for is made up: "12h". */
  madeUp?: string
  /** How often a round is tried in one LIO before the next one is waited for: once if not said. */
  tries?: number
  /** The LIOs come one after the other, never two at once. */
  oneByOne?: true
  /** It waits for mail servers, so it has hands of its own and keeps nothing else waiting. */
  waits?: true
}

/** The jobs of one room. */
export type RoomJobs = { [Name in JobName]?: Job<Jobs[Name]> }
