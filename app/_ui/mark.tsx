/** The mark of Trellis: a lattice with something growing on it. One colour, that of the text around it. */
export function Mark({ className = "size-8" }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      className={`mark ${className}`}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
    >
      <path d="M7 3v26M25 3v26M3 9h26M3 22h26" strokeWidth="2.25" opacity=".55" />
      <path d="M11 30c0-6 10-7 10-13S13 11 14 4" strokeWidth="3" />
      <path
        d="M21 17c5 .5 8-2 8.5-6.5C25 10 21.500 12 21 17zM12.500 21.500C8 22 4.500 20 3.500 15.500 8.500 15 12 17 12.500 21.500z"
        fill="currentColor"
        stroke="none"
      />
    </svg>
  )
}
