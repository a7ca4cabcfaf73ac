import { Fragment, type ReactNode } from "react"
import { useAddress, useColour } from "./layout"
import { color, font } from "./look"

/** The letter's one heading: what it is about. */
export function Heading({ children }: { children: ReactNode }) {
  return (
    <h1 style={{ margin: "0 0 16px", ...font.heading, fontSize: "28px", lineHeight: "34px" }}>{children}</h1>
  )
}

/** A paragraph. */
export function Text({ children }: { children: ReactNode }) {
  return <p style={{ margin: "0 0 16px" }}>{children}</p>
}

/** What somebody typed: paragraphs where a line is empty, and lines where they began one. */
export const Paragraphs = ({ children }: { children: string }) =>
  children.split(/\n\s*\n/).map((one, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that does not change
    <Text key={at}>
      {one.split("\n").map((line, below) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that does not change
        <Fragment key={below}>
          {below > 0 ? <br /> : null}
          {line}
        </Fragment>
      ))}
    </Text>
  ))

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
  const size = within ? { fontSize: "19px", lineHeight: "26px" } : { fontSize: "22px", lineHeight: "28px" }
  return (
    <div style={{ margin: within ? "24px 0 0" : "32px 0 0" }}>
      <Title style={{ margin: "0 0 12px", ...font.heading, ...size }}>{title}</Title>
      {children}
    </div>
  )
}

/** Words that somebody said, set apart. */
export function Quote({ children, by }: { children: ReactNode; by?: string }) {
  return (
    <div
      className="wash"
      style={{
        margin: "0 0 16px",
        padding: "12px 16px",
        borderLeft: `4px solid ${useColour()}`,
        backgroundColor: color.wash,
      }}
    >
      <p style={{ margin: 0, whiteSpace: "pre-line" }}>{children}</p>
      {by && (
        <p className="quiet" style={{ margin: "8px 0 0", color: color.quiet }}>
          {by}
        </p>
      )}
    </div>
  )
}

/**
 * The one thing to do: a letter has at most one. `to` is a path of ours or a whole address. Outlook draws with Word, which
 * knows no padding on links: there the cell has the colour, the border and the padding. Elsewhere the link has the
 * padding, so that the whole button can be pressed.
 */
export function Button({ to, children }: { to: string; children: ReactNode }) {
  const href = useAddress(to)
  const colour = useColour()
  return (
    <table role="presentation" cellPadding={0} cellSpacing={0} border={0} style={{ margin: "24px 0" }}>
      <tbody>
        <tr>
          <td
            align="center"
            style={{
              backgroundColor: colour,
              border: `2px solid ${colour}`,
              borderRadius: "6px",
              msoPaddingAlt: "12px 22px",
            }}
          >
            <a
              href={href}
              style={{
                display: "inline-block",
                padding: "12px 22px",
                color: "#ffffff",
                fontWeight: 700,
                textDecoration: "none",
              }}
            >
              {children}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** A link in the text. `to` is a path of ours or a whole address. */
export function TextLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className="link" href={useAddress(to)} style={{ color: useColour(), fontWeight: 600 }}>
      {children}
    </a>
  )
}
