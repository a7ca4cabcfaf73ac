import type { FrameData } from "@/app/_http/visit"
import { Form } from "@/app/_ui/form"
import { signOutForm, switchRoleForm } from "@/app/(front)/actions"
import { say } from "@/lib/words"

/** "MH" of Maureen Holt. */
const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map(([letter = ""]) => letter.toUpperCase())
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join("")

/** Who one is here: the other hat, one's sign-in, the way out. */
export function PersonMenu({ lio, actor, lioCount }: Pick<FrameData, "lio" | "actor" | "lioCount">) {
  const forGroups = actor.kind === "staff" && actor.groups.length > 0
  const hat = forGroups ? "member" : actor.actsForGroup ? "staff" : null
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
        {hat ? (
          <Form
            action={switchRoleForm}
            submit={hat === "member" ? say("See it as your group does") : say("Go back to staff pages")}
            kind="plain"
          >
            <input type="hidden" name="lio" value={lio.slug} />
            <input type="hidden" name="hat" value={hat} />
          </Form>
        ) : null}
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
