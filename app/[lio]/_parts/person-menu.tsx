import type { FrameData } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { signOutForm, switchRoleForm } from "@/app/(front)/actions"
import type { Hat } from "@/lib/access/doors"
import { say } from "@/lib/words"

/** "MH" of Maureen Holt. */
const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map(([letter = ""]) => letter.toUpperCase())
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join("")

/** What leads to each hat; “staff” is whatever somebody is first. */
const HATS: Record<Hat, string> = {
  member: say("See it as your group does"),
  representative: say("Act as a representative"),
  staff: say("Go back to your other pages"),
}

/** Who one is here: the other hats, one's sign-in, the way out. */
export function PersonMenu({ lio, actor, lioCount }: Pick<FrameData, "lio" | "actor" | "lioCount">) {
  const hats = [
    ...(actor.kind === "staff" && actor.groups.length > 0 ? (["member"] as const) : []),
    ...(actor.kind !== "representative" && actor.boards > 0 ? (["representative"] as const) : []),
    ...(actor.kind !== "staff" && actor.hat ? (["staff"] as const) : []),
  ]
  const groups = actor.groups.map((group) => group.name).join(", ")
  return (
    <details className="fold person-menu relative flex-none">
      <summary>
        <span className="person-name max-w-36 truncate sm:max-w-60">{actor.name}</span>
        <span className="person-initials" aria-hidden="true">
          {initialsOf(actor.name)}
        </span>
      </summary>
      <div className="card flex w-max max-w-72 min-w-48 flex-col gap-1 p-3">
        {actor.kind === "member" && groups ? (
          <p className="m-0 text-soft">{say("For {groups}", { groups })}</p>
        ) : null}
        {hats.map((hat) => (
          <Form key={hat} action={switchRoleForm} submit={HATS[hat]} kind="plain" id={`hat-${hat}`}>
            <input type="hidden" name="lio" value={lio.slug} />
            <input type="hidden" name="hat" value={hat} />
          </Form>
        ))}
        {lioCount > 1 ? (
          <a href="/where?choose=1" className="menu-link">
            {say("Another organisation")}
          </a>
        ) : null}
        <a href="/account" className="menu-link">
          {say("Your sign-in")}
        </a>
        {actor.kind === "staff" ? (
          <a href={`/${lio.slug}/search#keys`} className="menu-link">
            {say("Keys")}
          </a>
        ) : null}
        <Form action={signOutForm} submit={say("Sign out")} kind="plain" />
      </div>
    </details>
  )
}
