import { redirect } from "next/navigation"
import { signedIn } from "@/app/_http/session"
import { ButtonLink } from "@/app/_ui/button-link"
import { LIO_KINDS } from "@/db/vocabulary"
import { outside } from "@/lib/access/doors"
import { listLios } from "@/lib/finder/queries"
import { listSharedGuides } from "@/lib/guides/reading/queries"
import { needsSetUp } from "@/lib/lios/set-up/queries"
import { say } from "@/lib/words"
import { FinderForm } from "./_parts/finder-form"
import { FrontFrame } from "./_parts/front-frame"
import { NotSetUp } from "./_parts/not-set-up"
import { GuideLinks } from "./guides/_parts/guide-links"

const FUNCTIONS = [
  [
    say("Development"),
    say("An idea becomes a group: from the first question to a constitution and a bank account."),
  ],
  [say("Support"), say("Advice and help for groups that have a question, a problem or a plan.")],
  [say("Liaison"), say("Networks in which groups meet, share and work together.")],
  [
    say("Representation"),
    say("One answer from each group, one voice to the council and the NHS, and the reply brought back."),
  ],
  [
    say("Strategic partnership"),
    say("People who speak for the sector on boards: chosen, briefed and heard from."),
  ],
] as const

const LEAD = say(
  "Do you run a voluntary or community group, or want to start one? Near you there is an organisation whose work is to help, usually free of charge. Find out who they are and how to reach them.",
)
/** The installation and its finder, for search engines. */
const SITE = () => ({
  "@type": "WebSite",
  name: "Trellis",
  url: process.env.APP_URL,
  potentialAction: {
    "@type": "SearchAction",
    target: `${process.env.APP_URL}/find?q={search_term_string}`,
    "query-input": "required name=search_term_string",
  },
})

/** The front door of an installation: who can help your group, the guides, the organisations here. Those signed in go straight on. */
export default async function Front() {
  if (await signedIn()) redirect("/where")
  if (await needsSetUp()) return <NotSetUp />
  const [lios, guides] = await Promise.all([listLios(), outside(listSharedGuides)])
  return (
    <FrontFrame
      title={say("Help for local groups, near you")}
      found={{ about: LEAD, path: "/", data: SITE() }}
    >
      <h1>{say("Help for local groups, near you")}</h1>
      <p className="lead">{LEAD}</p>
      <FinderForm demo={lios.some(({ demo }) => demo)} />
      <GuideLinks guides={guides} />
      <h2>{say("What a local support organisation does")}</h2>
      <dl className="max-w-3xl">
        {FUNCTIONS.map(([name, about]) => (
          <div key={name} className="mb-3">
            <dt className="font-semibold">{name}</dt>
            <dd className="m-0">{about}</dd>
          </div>
        ))}
      </dl>
      <p>
        {say(
          "They use Trellis to keep in touch with their groups, ask what groups think, and bring back what came of it.",
        )}
      </p>
      {lios.length > 0 ? (
        <>
          <h2>{say("Organisations on this site")}</h2>
          <ul>
            {lios.map(({ slug, name, kind }) => (
              <li key={slug}>
                <a className="inline-flex min-h-11 items-center" href={`/${slug}`}>
                  {name}
                </a>{" "}
                <span className="text-soft">{LIO_KINDS[kind]}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2>{say("Is your group already with one of them?")}</h2>
      <p>
        <ButtonLink href="/sign-in" kind="secondary">
          {say("Sign in")}
        </ButtonLink>
      </p>
    </FrontFrame>
  )
}
