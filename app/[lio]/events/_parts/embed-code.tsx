import { Disclosure } from "@/app/_ui/disclosure"
import { say } from "@/lib/words"

type Props = {
  /** Where what is shown there stands, below our address. */
  path: string
  /** What the frame is called, for those who hear it. */
  title: string
}

const SIGNS: Record<string, string> = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" }
const escaped = (text: string) => text.replace(/[&"<>]/g, (sign) => SIGNS[sign] ?? sign)

/** What staff copy into a page of their own website. */
export const EmbedCode = ({ path, title }: Props) => (
  <Disclosure summary={say("Show this on your website")}>
    <p className="max-w-2xl">
      {say(
        "Copy this into a page of your website, or send it to whoever looks after that. It’s always up to date, sets no cookies, and people book on your page here, in a new tab.",
      )}
    </p>
    <pre className="max-w-3xl rounded border whitespace-pre-wrap wrap-anywhere border-line bg-sunken p-4">
      <code>
        {`<iframe src="${process.env.APP_URL ?? ""}${path}" title="${escaped(title)}" loading="lazy" style="width:100%;height:40rem;border:0"></iframe>`}
      </code>
    </pre>
  </Disclosure>
)
