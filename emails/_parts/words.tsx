import type { ReactNode } from "react"
import { useAddress, useColour } from "./layout"
import { color } from "./look"

/** The letter's one heading: what it is about. */
export function Heading({ children }: { children: ReactNode }) {
  return <h1 style={{ margin: "0 0 16px", fontSize: "24px", lineHeight: "30px" }}>{children}</h1>
}

/** A paragraph. */
export function Text({ children }: { children: ReactNode }) {
  return <p style={{ margin: "0 0 16px" }}>{children}</p>
}

/** A part of the letter under a heading of its own; `within` another it is one level down. */
export function Section({
  title,
  within,
  children,
}: {
  title: string
  within?: boolean
  children: ReactNode
}) {
  const Title = within ? "h3" : "h2"
  const size = within ? { fontSize: "18px", lineHeight: "24px" } : { fontSize: "20px", lineHeight: "26px" }
  return (
    <div style={{ margin: within ? "24px 0 0" : "32px 0 0" }}>
      <Title style={{ margin: "0 0 12px", ...size }}>{title}</Title>
      {children}
    </div>
  )
}

/** Words that somebody said, set apart. */
export function Quote({ children, by }: { children: ReactNode; by?: string }) {
  return (
    <div
      style={{
        margin: "0 0 16px",
        padding: "12px 16px",
        borderLeft: `4px solid ${color.mark}`,
        backgroundColor: color.wash,
      }}
    >
      <p style={{ margin: 0, whiteSpace: "pre-line" }}>{children}</p>
      {by && <p style={{ margin: "8px 0 0", color: color.quiet }}>{by}</p>}
    </div>
  )
}

/** The one thing to do: a letter has at most one. `to` is a path of ours or a whole address. */
export function Button({ to, children }: { to: string; children: ReactNode }) {
  const href = useAddress(to)
  const colour = useColour()
  return (
    <p style={{ margin: "24px 0" }}>
      <a
        href={href}
        style={{
          display: "inline-block",
          padding: "14px 24px",
          backgroundColor: colour,
          color: "#ffffff",
          fontWeight: 700,
          textDecoration: "none",
          borderRadius: "6px",
        }}
      >
        {children}
      </a>
    </p>
  )
}

/** A link in the text. `to` is a path of ours or a whole address. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a href={useAddress(to)} style={{ color: useColour(), fontWeight: 600 }}>
      {children}
    </a>
  )
}
