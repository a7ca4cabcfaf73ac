import { BackLink } from "@/app/_ui/links"
import { say } from "@/lib/words"
import { FrontFrame } from "../../_parts/front-frame"

const address = () => (process.env.APP_URL ?? "").replace(/\/$/, "")

/** A form for the page of a council or a library: plain HTML, nothing loaded from here. */
const snippet = () =>
  [
    `<form action="${address()}/find" method="get">`,
    `  <label for="trellis-place">${say("Who helps voluntary groups near you? Type a postcode or a place:")}</label>`,
    '  <input id="trellis-place" name="q" autocomplete="postal-code">',
    `  <button type="submit">${say("Find help")}</button>`,
    "</form>",
  ].join("\n")

/** The finder for other people's websites. */
export default function OnYourWebsite() {
  return (
    <FrontFrame title={say("Put this finder on your website")}>
      <BackLink href="/find">{say("Find help")}</BackLink>
      <h1>{say("Put this finder on your website")}</h1>
      <p>
        {say(
          "For councils, libraries and anybody else that groups turn to. Copy this into a page of yours. It is a plain form: it loads nothing from us and sets no cookies. Anybody who presses the button sees the answer here.",
        )}
      </p>
      <pre className="rounded border whitespace-pre-wrap wrap-anywhere border-line bg-sunken p-4 text-base">
        <code>{snippet()}</code>
      </pre>
      <h2>{say("For people who build websites")}</h2>
      <p>{say("The same answer as JSON, open to any website:")}</p>
      <pre className="rounded border whitespace-pre-wrap wrap-anywhere border-line bg-sunken p-4 text-base">
        <code>{`${address()}/api/find?q=OL1%201AA`}</code>
      </pre>
      <p>
        {say(
          "Show the sentence in “says” with it: where a postcode lies near a border, it says that it may be in another district.",
        )}
      </p>
    </FrontFrame>
  )
}
