declare module "meeks-prf-js" {
  /** Counts by Meek’s method as the Proportional Representation Foundation’s reference rule has it. */
  export function tabulate(
    seats: number,
    candidates: string[],
    ballots: unknown[],
    most: number | null,
    tieBreaker: string[],
    excluded: string[],
    kept: string[],
    options: object,
    progress: null,
  ): { elected: Iterable<string> }
}
