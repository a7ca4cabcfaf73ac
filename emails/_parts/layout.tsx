import { Body, Container, Head, Html } from "@react-email/components"
import { createContext, type ReactNode, useContext } from "react"
import { LOCALE, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import type { LetterFrame } from "./frame"
import { color, darkSheet, font } from "./look"

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
  return (
    <Around frame={frame}>
      <Html lang={LOCALE}>
        <Head>
          <title>{preview}</title>
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <style>{darkSheet}</style>
        </Head>
        <Body
          className="paper"
          style={{ margin: 0, padding: "16px", backgroundColor: color.paper, ...font.body }}
        >
          <div data-skip-in-text="true" style={{ display: "none", maxHeight: 0, overflow: "hidden" }}>
            {preview}
          </div>
          <Container className="ink" style={{ maxWidth: "600px", textAlign: "left", ...font.body }}>
            <Letterhead {...frame} />
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

const Letterhead = ({ lio, appUrl }: LetterFrame) => (
  <p
    style={{
      margin: "0 0 24px",
      paddingBottom: "12px",
      borderBottom: `4px solid ${lio.colour ?? color.mark}`,
      ...font.heading,
      fontSize: "20px",
      lineHeight: "26px",
    }}
  >
    {lio.logo && (
      // biome-ignore lint/performance/noImgElement: Next is not in a letter
      <img
        src={appUrl + lio.logo}
        alt=""
        height="40"
        style={{ height: "40px", marginRight: "12px", verticalAlign: "middle" }}
      />
    )}
    {lio.name}
  </p>
)

function Footer({ lio, why, preferencesUrl, unsubscribeUrl }: LetterFrame) {
  const small = { margin: "0 0 12px", color: color.quiet }
  const link = { color: color.quiet, textDecoration: "underline" }
  const reach = [lio.email, lio.address].filter(Boolean).join(" · ")
  return (
    <div
      className="quiet"
      style={{ marginTop: "40px", paddingTop: "16px", borderTop: `1px solid ${color.line}` }}
    >
      {lio.phone && (
        <p className="ink" style={{ margin: "0 0 12px" }}>
          {sayRich("Any questions? Ring {contactName} on {phone}", {
            contactName: lio.contactName ?? say("us"),
            phone: (
              <a
                className="ink"
                href={`tel:${lio.phone.replace(/[^+\d]/g, "")}`}
                style={{ color: color.ink, fontWeight: 700 }}
              >
                {lio.phone}
              </a>
            ),
          })}
        </p>
      )}
      <p className="quiet" style={small}>
        {why}
      </p>
      {preferencesUrl && (
        <p style={small}>
          <a className="quiet" href={preferencesUrl} style={link}>
            {say("Choose which emails you get")}
          </a>
        </p>
      )}
      {unsubscribeUrl && (
        <p style={small}>
          <a className="quiet" href={unsubscribeUrl} style={link}>
            {say("Stop these emails")}
          </a>
        </p>
      )}
      <p className="quiet" style={small}>
        {lio.name}
        {reach && <br />}
        {reach}
      </p>
    </div>
  )
}
