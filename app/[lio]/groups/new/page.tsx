import { type FrameData, type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { TextArea, TextField } from "@/app/_ui/fields"
import { BackLink } from "@/app/_ui/links"
import { RowFields } from "@/app/_ui/row-fields"
import { rowValues } from "@/app/_ui/rows"
import { MEMBERSHIP_STANDINGS, ROLES, SECTORS, STAGES } from "@/db/vocabulary"
import { ensure } from "@/lib/errors"
import { mayKeepGroups } from "@/lib/groups/policy"
import { MOST_CONTACTS } from "@/lib/groups/roles/input"
import { findPossibleDuplicates, type PossibleDuplicate } from "@/lib/groups/similarity/queries"
import { hasTypes } from "@/lib/membership-status/queries"
import { Frame } from "../../_parts/frame"
import { LongForm } from "../../_parts/long-form"
import { addGroupForm } from "../actions"

const options = (list: Record<string, string>) =>
  Object.entries(list).map(([value, label]) => ({ value, label }))
const CONTACT = [
  { name: "name", label: "Name" },
  { name: "role", label: "What are they in the group?", options: options(ROLES) },
  { name: "email", label: "Email", type: "email" },
  { name: "phone", label: "Phone", type: "tel" },
] as const
const NOBODY = rowValues("contacts", [], { name: "", role: "", email: "", phone: "" }, 1)

const textOf = (value: string | string[] | undefined) =>
  typeof value === "string" ? value.replaceAll("\0", "").trim().slice(0, 300) : ""

export default async function AddGroup(props: PageProps) {
  const [frame, { name, postcode, like, kinds }] = await visit(props, async (ctx, query) => {
    ensure(mayKeepGroups(ctx.actor), "Only staff who keep the list can add a group.")
    const name = textOf(query.name)
    const postcode = textOf(query.postcode).toUpperCase()
    return {
      name,
      postcode,
      kinds: await hasTypes(ctx),
      like: name ? await findPossibleDuplicates(ctx, { name, postcode }) : [],
    }
  })
  const lio = frame.lio.slug
  return (
    <Frame {...frame} title="Add a group" at="groups">
      <BackLink href={`/${lio}/groups`}>Groups</BackLink>
      <h1>Add a group</h1>
      {name ? <Details frame={frame} name={name} postcode={postcode} like={like} kinds={kinds} /> : <Name />}
    </Frame>
  )
}

function Name() {
  return (
    <form method="get">
      <TextField
        name="name"
        label="What is the group called?"
        hint="We will look whether it is on your list already."
      />
      <TextField name="postcode" label="Postcode" width="sm" optional />
      <button type="submit" className="button">
        Continue
      </button>
    </form>
  )
}

type Known = { frame: FrameData; name: string; postcode: string; like: PossibleDuplicate[]; kinds: boolean }

function Details({ frame, name, postcode, like, kinds }: Known) {
  const lio = frame.lio.slug
  return (
    <>
      {like.length > 0 ? (
        <section aria-labelledby="like" className="card mb-8 max-w-2xl">
          <h2 id="like" className="mt-0">
            Is it one of these?
          </h2>
          <ul className="m-0 pl-5">
            {like.map((group) => (
              <li key={group.id}>
                <a href={`/${lio}/groups/${group.id}`}>{group.name}</a>
                {group.postcode ? `, ${group.postcode}` : ""} ({group.because})
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <LongForm
        action={addGroupForm}
        frame={frame}
        submit={like.length > 0 ? "None of these: add the group" : "Add the group"}
        values={{ name, postcode, stage: "enquiry", sector: "voluntary", ...NOBODY }}
        secondary={<a href={`/${lio}/groups/new`}>Start again</a>}
      >
        <TextField name="name" label="Name" />
        <p className="hint">The name is enough. You can add the rest now or later.</p>
        <TextField name="email" label="Email" type="email" optional />
        <TextField name="phone" label="Phone" type="tel" width="sm" optional />
        <TextField name="website" label="Website" type="url" optional />
        <TextField name="postcode" label="Postcode" width="sm" optional />
        <TextArea name="about" label="What they do" optional />
        <RowFields
          name="contacts"
          legend="Who do you know there?"
          hint="The first is the main contact. You say on the group’s page who may speak for it."
          one="person"
          parts={CONTACT}
          most={MOST_CONTACTS}
          optional
        />
        <Radios
          name="stage"
          legend="Stage"
          hint={kinds ? "A member? Add the group first, then begin its membership on its page." : undefined}
          options={options(STAGES).filter(
            ({ value }) => value !== "closed" && !(kinds && value in MEMBERSHIP_STANDINGS),
          )}
        />
        <Radios name="sector" legend="Sector" options={options(SECTORS)} />
      </LongForm>
    </>
  )
}
