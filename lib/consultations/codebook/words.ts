import { percent, say, sayCount } from "../../words"
import type { CodeCount } from "./counting/queries"

/** "“Evenings” was said by 14 of 23 groups that answered; 41 were asked; 3 said otherwise." */
export function codeFinding(
  {
    name,
    groups,
    otherwise,
    otherwiseName,
  }: {
    name: string
    groups: number
    otherwise: number
    otherwiseName: string | null
  },
  { answered, asked }: { answered: number; asked: number },
): string {
  const said = sayCount(
    answered,
    {
      one: "“{name}” was said by {groups} of {count} group that answered ({share}); {asked} were asked",
      other: "“{name}” was said by {groups} of {count} groups that answered ({share}); {asked} were asked",
    },
    { name, groups, share: percent(groups, answered), asked },
  )
  return otherwiseName
    ? say("{said}; {otherwise} said otherwise (“{other}”).", {
        said,
        otherwise,
        other: otherwiseName,
      })
    : `${said}.`
}

/** The same of a count that stands by itself: a line of a paper. */
export const sameInWords = ({ name, groups, otherwise, answered, asked }: CodeCount) =>
  codeFinding(
    { name, groups, otherwise: otherwise?.groups ?? 0, otherwiseName: otherwise?.name ?? null },
    { answered, asked },
  )

/** What a kappa means, in words of Landis and Koch (Biometrics 33, 1977). */
export function kappaInWords(value: number | null): string {
  if (value === null) return say("not available: there’s nothing to disagree about")
  const shown = { value: value.toFixed(2) }
  if (value < 0) return say("{value} (worse than chance)", shown)
  if (value <= 0.2) return say("{value} (slight)", shown)
  if (value <= 0.4) return say("{value} (fair)", shown)
  if (value <= 0.6) return say("{value} (moderate)", shown)
  if (value <= 0.8) return say("{value} (substantial)", shown)
  return say("{value} (almost perfect)", shown)
}
