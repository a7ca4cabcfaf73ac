import { say } from "@/lib/words/say"

const PATHS = {
  dot: "M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z",
  talk: "M4 5h16v11H11l-4.5 3.5V16H4z",
  letter: "M3.5 6h17v12h-17zM3.5 6.5 12 13l8.5-6.5",
  note: say("M6 3.5h12v17H6zM9 8h6M9 12h6M9 16h4"),
  step: "M4.5 12.5 9.5 18 19.5 6.5",
  answer: "M4 5h16v12H8l-4 3.5zM8 9.5h8M8 13h5",
  people:
    "M8.5 4.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM2.5 19c0-4 2.5-6 6-6s6 2 6 6M16 5.5a2.6 2.6 0 0 1 0 5M17.5 13.5c2.5.6 4 2.4 4 5.5",
  outcome: "M5 21V4M5 5h13l-3 4.5 3 4.5H5",
  change: "M14.5 5.5 18.5 9.5 8.5 19.5H4.5v-4z",
  calendar: "M4 6h16v14H4zM4 10.5h16M8 3.5v4M16 3.5v4",
  place:
    "M12 21c-4.5-5-6.5-8-6.5-11a6.5 6.5 0 0 1 13 0c0 3-2 6-6.5 11zM12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
} as const

export type IconName = keyof typeof PATHS

/** A small picture beside words that say the same. */
export function Icon({ name, className = "size-6" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={className}
      aria-hidden="true"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="12" cy="12" r="12" className="fill-leaf-wash" />
      <g transform="translate(4.2 4.2) scale(.65)" fill="none" className="stroke-leaf" strokeWidth="2.6">
        <path d={PATHS[name]} />
      </g>
    </svg>
  )
}
