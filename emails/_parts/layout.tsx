import { Body, Container, Head, Html } from "@react-email/components"
import { createContext, type ReactNode, useContext } from "react"
import { LOCALE } from "@/lib/words"
import type { LetterFrame } from "./frame"
import { color, font } from "./look"

const Address = createContext("")
const Colour = createContext(color.mark)

/** The colour of the LIO, or of Trellis. */
export const useColour = () => useContext(Colour)

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
    <Around frame={frame}>
      <Html lang={LOCALE}>
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
                borderBottom: `3px solid ${lio.colour ?? color.mark}`,
                fontWeight: 700,
              }}
            >
              {lio.logo && (
                // biome-ignore lint/performance/noImgElement: Next is not in a letter
                <img
                  src={frame.appUrl + lio.logo}
                  alt=""
                  height="40"
                  style={{ height: "40px", marginRight: "12px", verticalAlign: "middle" }}
                />
              )}
              {lio.name}
            </p>
            {children}
            <Footer {...frame} />
          </Container>
        </Body>
      </Html>
    </Around>
  )
}

/** What the parts of a letter take from its frame: the address of links, the colour. */
export const Around = ({ frame, children }: { frame: LetterFrame; children?: ReactNode }) => (
  <Address value={frame.appUrl}>
    <Colour value={frame.lio.colour ?? color.mark}>{children}</Colour>
  </Address>
)

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
