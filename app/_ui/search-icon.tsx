/** A magnifying glass, beside or in place of the word "Search". */
export const SearchIcon = () => (
  <svg
    viewBox="0 0 20 20"
    className="size-5"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.25"
  >
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m12.8 12.8 5 5" strokeLinecap="round" />
  </svg>
)
