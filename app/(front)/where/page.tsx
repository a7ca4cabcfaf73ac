import { redirect } from "next/navigation"
import { signedIn } from "@/app/_http/session"
import { listLioAccess } from "@/lib/sign-in/queries"
import { say } from "@/lib/words"
import { FrontFrame } from "../_parts/front-frame"

/** Where a person belongs: straight on when it is one LIO, a choice when it is several. */
export default async function Where({ searchParams }: { searchParams: Promise<{ choose?: string }> }) {
  const who = await signedIn()
  if (!who) redirect("/sign-in?next=/where")
  const lios = await listLioAccess(who.email)
  const only = lios.length === 1 && !(await searchParams).choose ? lios[0] : undefined
  if (only) redirect(`/${only.slug}/home`)
  return (
    <FrontFrame title={say("Where to?")}>
      <h1>{say("Where to?")}</h1>
      {lios.length > 0 ? (
        <ul className="list-none space-y-3 p-0">
          {lios.map((lio) => (
            <li key={lio.slug}>
              <a className="text-xl" href={`/${lio.slug}/home`}>
                {lio.name}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {say(
            "Your address is not with any organisation here any more. Ask your local support organisation to add you.",
          )}
        </p>
      )}
    </FrontFrame>
  )
}
