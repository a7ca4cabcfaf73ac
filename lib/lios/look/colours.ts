type Rgb = [number, number, number]

const WHITE: Rgb = [255, 255, 255]
/** The ground of cards in dark mode, as in app/_ui/tokens.css. */
const DARK: Rgb = [0x1c, 0x25, 0x20]
/** Words need this contrast (WCAG 2.2, 1.4.3). */
const ENOUGH = 4.5

const parse = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb
const write = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`

function light(rgb: Rgb) {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function between(one: Rgb, other: Rgb) {
  const [bright = 0, dim = 0] = [light(one), light(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

/** So much of `one`, the rest of `other`. */
const mixed = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, at) => part * share + (other[at] ?? 0) * (1 - share)) as Rgb

/** The contrast of a colour with white, 1 to 21. */
export const contrastWithWhite = (colour: string) => between(parse(colour), WHITE)

/** Whether white words can be read on it, and it on white. */
export const isReadable = (colour: string) => contrastWithWhite(colour) >= ENOUGH

/** The colour itself, or the lightest shade of it that can be read. */
export function nearestReadable(colour: string): string {
  for (let share = 1; share >= 0; share -= 0.01) {
    const shade = write(mixed(parse(colour), [0, 0, 0], share))
    if (isReadable(shade)) return shade
  }
  return "#000000"
}

/** The same colour, light enough to be read on the dark ground. */
function forDark(colour: string): Rgb {
  for (let share = 1; share >= 0; share -= 0.01) {
    const tint = mixed(parse(colour), WHITE, share)
    if (between(tint, DARK) >= 7) return tint
  }
  return WHITE
}

const tokens = (main: Rgb, deep: Rgb, wash: Rgb, on: string) =>
  `--color-leaf:${write(main)};--color-leaf-deep:${write(deep)};--color-leaf-wash:${write(wash)};--color-on-leaf:${on}`

/** What wears the LIO's colour. Tags, and what stands beside the first series of a chart, keep the kit's own, which mean something. */
const WHERE =
  ".site-header,.side,.tab,.tick,.choice,.some-of,.bar-1,.line-mark,.reach-part,.button:not(.button-secondary,.button-danger,.button-plain)"

/** The style sheet that puts an LIO's colour on the frame, the tabs, what is ticked and the buttons, by day and in dark mode. */
export function sheetOf(colour: string | null): string {
  if (!colour || !isReadable(colour)) return ""
  const main = parse(colour)
  const dark = forDark(colour)
  const day = tokens(main, mixed(main, [0, 0, 0], 0.75), mixed(main, WHITE, 0.12), "#ffffff")
  const night = tokens(dark, mixed(dark, WHITE, 0.7), mixed(dark, DARK, 0.2), "#0c1c12")
  return `@media screen{${WHERE}{${day}}}\n@media screen and (prefers-color-scheme:dark){${WHERE}{${night}}}\n`
}
