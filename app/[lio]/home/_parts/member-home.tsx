import { ButtonLink } from "@/app/_ui/button-link"
import type { MemberHome as Home } from "@/lib/home/queries"
import { say } from "@/lib/words"
import { canDo } from "./can-do"
import { toDo } from "./to-do"

/** At most three things to do, then everything that can be done here. */
export function MemberHome({ lio, home }: { lio: string; home: Home }) {
  const things = toDo(lio, home)
  return (
    <>
      {things.length === 0 ? (
        <p className="max-w-2xl">{say("You’re up to date. We’ll email you when there’s something new.")}</p>
      ) : (
        <ol className="m-0 grid list-none gap-4 p-0 lg:grid-cols-3">
          {things.map((thing, at) => (
            <li key={thing.key} className="card flex flex-col items-start">
              <h2 className="mt-0 mb-1 text-xl">{thing.title}</h2>
              <p className="grow">{thing.about}</p>
              <ButtonLink href={thing.href} kind={at === 0 ? undefined : "secondary"}>
                {thing.action}
                <span className="sr-only">: {thing.title}</span>
              </ButtonLink>
            </li>
          ))}
        </ol>
      )}
      <h2 id="everything">{say("Everything you can do here")}</h2>
      <ul
        aria-labelledby="everything"
        className="m-0 grid list-none gap-x-10 p-0 wrap-anywhere md:grid-cols-2"
      >
        {canDo(home).map(({ label, about, path }) => (
          <li key={path} className="border-b border-line py-3">
            <a href={`/${lio}/${path}`} className="inline-flex min-h-11 items-center text-lg font-semibold">
              {label}
            </a>
            <p className="m-0">{about}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
