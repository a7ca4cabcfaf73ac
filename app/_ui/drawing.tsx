/** Small scenes in lines: what is washed in leaf, what is drawn, and what grows in leaf. */
const SCENES = {
  groups: {
    wash: "M14 45l11-10 11 10v29H14zM84 45l11-10 11 10v29H84z",
    lines:
      "M6 74h108M14 74V45M36 74V37M84 74V37M106 74V45M10 48l15-14 11 10M110 48 95 34 84 44M32 40l28-23 28 23M53 74V60a7 7 0 0 1 14 0v14M20 74V62h8v12M91 53h8v9h-8zM60 36a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
    grows: "M60 17V8M60 9c5 0 8-2 9-6-5-1-9 1-9 6",
  },
  letters: {
    wash: "M24 40 60 64 96 40v36H24z",
    lines: "M36 31 24 40v36h72V40l-12-9M24 40l36 24 36-24M24 76l28-17M96 76 68 59M36 48V8h48v40",
    grows: "M46 18h22M46 27h28M46 36h16",
  },
  calendar: {
    wash: "M26 18h68v16H26z",
    lines: "M26 18h68v58H26zM26 34h68M42 11v13M78 11v13M66 46h16M66 62h16",
    grows: "m38 46 4 4 8-9M38 62l4 4 8-9",
  },
  talk: {
    wash: "M16 14h52v30H38L26 54V44H16z",
    lines: "M16 14h52v30H38L26 54V44H16zM26 24h32M26 33h20M78 32h26v28H94v10L82 60H58v-8",
    grows: "M72 46h.1M82 46h.1M92 46h.1",
  },
  needs: {
    wash: "M40 56h40l-5 22H45z",
    lines: "M37 50h46v7H37zM41 57l4 21h30l4-21M24 78h72M44 50V14M76 50V14M38 22h44M38 38h44",
    grows:
      "M60 50c0-10-5-13-2-22 2-6 3-9 2-14M58 34c-7 1-12-2-13-8 7-1 12 2 13 8M61 26c6 0 10-3 11-9-7 0-11 3-11 9",
  },
  files: {
    wash: "M31 37h69l-10 39H22z",
    lines: "M22 76V20h24l7 9h37v8M22 76l9-39h69l-10 39z",
    grows: "M44 50h34M42 60h24",
  },
  search: {
    wash: "M70 20a22 22 0 1 1 0 44 22 22 0 0 1 0-44z",
    lines: "M70 20a22 22 0 1 1 0 44 22 22 0 0 1 0-44zM86 58l16 18M14 22h26M14 38h24M14 54h28M14 70h44",
    grows: "M58 42a12 12 0 0 1 12-12",
  },
} as const

export type DrawingName = keyof typeof SCENES

/** A small drawing beside the words of an empty place. It says nothing that they don't. */
export function Drawing({ name, className = "" }: { name: DrawingName; className?: string }) {
  const { wash, lines, grows } = SCENES[name]
  return (
    <svg
      viewBox="0 0 120 84"
      className={`drawing ${className}`}
      aria-hidden="true"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={wash} className="fill-leaf-wash" />
      <path d={lines} stroke="currentColor" />
      <path d={grows} className="stroke-leaf" strokeWidth="2.5" />
    </svg>
  )
}
