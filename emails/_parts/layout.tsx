import { Body, Container, Head, Html } from "@react-email/components"
import { createContext, type ReactNode, useContext } from "react"
import type { LetterFrame } from "./frame"
import { color, font } from "./look"

const Address = createContext("")

/** A path of ours as a whole address; an address stays what it is. */
export function useAddress(to: string) {
  const base = useContext(Address)
  return to.startsWith("/") ? base + to : to
}

/** The sheet every letter is written on: one column, the LIO's name on top, why it came and how to stop it below. */
export function Layout({
  preview,
  children,
  ...frame
}: LetterFrame & { preview: string; children: ReactNode }) {
  const { lio } = frame
  return (
    <Address value={frame.appUrl}>
      <Html lang="en-GB">
        <Head>
          <title>{preview}</title>
        </Head>
        <Body style={{ margin: 0, padding: "16px", backgroundColor: color.paper, ...font.body }}>
          <div data-skip-in-text="true" style={{ display: "none", maxHeight: 0, overflow: "hidden" }}>
            {preview}
          </div>
          <Container style={{ maxWidth: "600px", textAlign: "left", ...font.body }}>
            <p
              style={{
                margin: "0 0 24px",
                paddingBottom: "12px",
                borderBottom: `3px solid ${color.mark}`,
                fontWeight: 700,
              }}
            >
              {lio.name}
            </p>
            {children}
            <Footer {...frame} />
          </Container>
        </Body>
      </Html>
    </Address>
  )
}

function Footer({ lio, why, preferencesUrl, unsubscribeUrl }: LetterFrame) {
  const small = { margin: "0 0 12px", color: color.quiet }
  const link = { color: color.quiet, textDecoration: "underline" }
  const reach = [lio.email, lio.phone, lio.address].filter(Boolean).join(" · ")
  return (
    <div style={{ marginTop: "40px", paddingTop: "16px", borderTop: `1px solid ${color.line}` }}>
      <p style={small}>{why}</p>
      {preferencesUrl && (
        <p style={small}>
          <a href={preferencesUrl} style={link}>
            Choose which emails you get
          </a>
        </p>
      )}
      {unsubscribeUrl && (
        <p style={small}>
          <a href={unsubscribeUrl} style={link}>
            Stop these emails
          </a>
        </p>
      )}
      <p style={small}>
        {lio.name}
        {reach && <br />}
        {reach}
      </p>
    </div>
  )
}
