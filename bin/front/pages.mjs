// The pages that stand when Next cannot draw one: whole with scripts off, and without the database.
import { createHash } from "node:crypto"

const STYLE = `
:root{color-scheme:light dark;--ink:#1c2321;--soft:#4d5a55;--paper:#fff;--leaf:#1d6b43;--on:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8eeea;--soft:#a9b5af;--paper:#141b17;--leaf:#7cc79d;--on:#10201a}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main{max-width:38rem;margin:0 auto;padding:2.5rem 1rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem}
p{margin:0 0 1rem}.soft{color:var(--soft)}a{color:var(--leaf)}
.button{display:inline-block;padding:.75rem 1.25rem;min-height:1.5rem;background:var(--leaf);color:var(--on);border-radius:.4rem;font-weight:700;text-decoration:none}
a:focus{outline:3px solid #e0a100;outline-offset:2px}
`
const digest = createHash("sha256").update(STYLE).digest("base64")

/** The policy of these pages: their own style and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => SIGNS[sign])

const YOURS = ["/where", "Go to your pages"]

/** What each refusal says: its heading, its paragraphs, and the way on. */
const SAID = {
  400: [
    "We couldn’t read what was sent",
    ["Nothing has been saved. Go back, open the page again and try once more."],
    ["/where", "Go to your pages"],
  ],
  403: [
    "This page isn’t open to you",
    ["You’re signed in, but your role here doesn’t include this page. Ask a manager if you think it should."],
    YOURS,
  ],
  404: [
    "We can’t find that page",
    [
      "It may have moved, or it may belong to an organisation you’re not part of.",
      "If you typed the address, check it. If you followed a link, the page may have been removed.",
    ],
    YOURS,
  ],
  405: ["This address can’t do that", ["Go back and try again from our own pages."], YOURS],
  413: [
    "That’s too much to send at once",
    ["Nothing has been saved. Go back, make it shorter or choose a smaller file, then send it again."],
    null,
  ],
  500: [
    "Something went wrong on our side",
    [
      "It isn’t your fault, and everything saved before is safe.",
      "If you were filling in a form, use your browser’s Back button: what you typed should still be there. If it goes on, please tell us.",
    ],
    YOURS,
  ],
  503: [
    "Back in a moment",
    [
      "We can’t reach our records just now. Everything saved before is safe. Try again in a minute.",
      "If you were filling in a form, use your browser’s Back button: what you typed should still be there.",
    ],
    null,
  ],
}

/** Another wording of a refusal, where its usual one would mislead. */
export const FROM_ELSEWHERE = [
  "This form came from another site",
  ["For your safety we only take forms from our own pages. Open the page here and fill it in again."],
  YOURS,
]

/**
 * A whole page for a status. `lio`, when known: { name, slug, phone, email }, so that there is somebody to ring.
 * `said`: other words than the status’s own.
 */
export function pageFor(status, { lio, said = SAID[status] ?? SAID[500] } = {}) {
  const [heading, paragraphs, onward] = said
  const dial = lio?.phone?.replace(/[^+\d]/g, "")
  const reach = lio && [
    lio.phone && `ring <a href="tel:${dial}">${escaped(lio.phone)}</a>`,
    lio.email && `email <a href="mailto:${escaped(lio.email)}">${escaped(lio.email)}</a>`,
  ]
  const help = reach?.filter(Boolean).join(" or ")
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${heading}${lio ? ` – ${escaped(lio.name)}` : ""}</title><style>${STYLE}</style></head><body><main>`,
    lio ? `<p class="soft">${escaped(lio.name)}</p>` : "",
    `<h1>${heading}</h1>`,
    ...paragraphs.map((one) => `<p>${one}</p>`),
    help ? `<p>Need a hand? You can ${help}.</p>` : "",
    onward ? `<p><a class="button" href="${onward[0]}">${onward[1]}</a></p>` : "",
    "</main></body></html>",
  ].join("")
}
