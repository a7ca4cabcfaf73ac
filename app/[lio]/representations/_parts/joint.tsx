import { Select } from "@/app/_ui/choices"
import { Form } from "@/app/_ui/form"
import { SubmitButton } from "@/app/_ui/submit-button"
import { Tag } from "@/app/_ui/tag"
import type { AskedOfUs, listPartners } from "@/lib/representations/joint/queries"
import { formatDate, say } from "@/lib/words"
import { answerPartnerForm, askPartnerForm, dropPartnerForm } from "../[id]/actions"

type Answer = { agreedAt: string | null; declinedAt: string | null }

const AnswerTag = ({ agreedAt, declinedAt }: Answer) =>
  agreedAt ? (
    <Tag tone="good">{say("Agreed on {day}", { day: formatDate(agreedAt) })}</Tag>
  ) : declinedAt ? (
    <Tag tone="problem">{say("Declined")}</Tag>
  ) : (
    <Tag tone="wait">{say("Hasn’t answered")}</Tag>
  )

type PartnersProps = {
  lio: string
  id: string
  of: Awaited<ReturnType<typeof listPartners>>
  works: boolean
}

/** The other LIOs of the installation that stand, or are asked to stand, behind a paper. */
export function Partners({ lio, id, of: { partners, others }, works }: PartnersProps) {
  if (partners.length === 0 && (others.length === 0 || !works)) return null
  return (
    <section aria-labelledby="joint" className="max-w-3xl">
      <h3 id="joint">{say("Joint paper")}</h3>
      {partners.map((one) => (
        <div key={one.slug} className="mb-3">
          <p className="mb-1">
            {one.name}{" "}
            {one.version === null ? (
              <Tag>{say("Will be asked once a version is published")}</Tag>
            ) : (
              <>
                <AnswerTag {...one} /> {say("Version {version}", { version: one.version })}
              </>
            )}
          </p>
          {works ? (
            <Form
              action={dropPartnerForm}
              lio={lio}
              submit={say("Stop asking them")}
              kind="plain"
              id={`drop-${one.slug}`}
            >
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="partner" value={one.slug} />
            </Form>
          ) : null}
        </div>
      ))}
      {works && others.length > 0 ? (
        <Form
          fold={say("Ask another organisation to put its name to it")}
          action={askPartnerForm}
          lio={lio}
          submit={say("Ask them")}
          kind="secondary"
          id="partner"
        >
          <p>
            {say(
              "They’ll see the published version and nothing else of yours. The paper names them once they’ve agreed to that version.",
            )}
          </p>
          <input type="hidden" name="id" value={id} />
          <Select
            name="partner"
            label={say("Which organisation?")}
            options={others.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Form>
      ) : null}
    </section>
  )
}

/** The papers of other LIOs that this one is asked to stand behind. */
export function AskedToJoin({ lio, asked, decides }: { lio: string; asked: AskedOfUs[]; decides: boolean }) {
  if (asked.length === 0) return null
  return (
    <section aria-labelledby="asked" className="mt-8 max-w-3xl">
      <h2 id="asked">{say("Joint papers from other organisations")}</h2>
      {asked.map((one) => (
        <div key={`${one.paperId} ${one.version}`} className="card mb-4">
          <p className="mb-1">
            <a href={`/${one.leader}/representations/${one.paperId}/${one.version}`}>{one.title}</a>
          </p>
          <p className="mb-1 text-soft">
            {say("{leader} to {body}, version {version}", {
              leader: one.leaderName,
              body: one.body,
              version: one.version,
            })}
          </p>
          <p className="mb-1">
            <AnswerTag {...one} />
          </p>
          {decides ? (
            <Form action={answerPartnerForm} lio={lio} submit={null} id={`join-${one.paperId}`}>
              <input type="hidden" name="leader" value={one.leader} />
              <input type="hidden" name="paperId" value={one.paperId} />
              <input type="hidden" name="version" value={one.version} />
              <div className="flex flex-wrap gap-3">
                {one.agreedAt ? null : (
                  <SubmitButton kind="secondary" name="button" value="agree">
                    {say("Put our name to it")}
                  </SubmitButton>
                )}
                {one.declinedAt ? null : (
                  <SubmitButton kind="plain" name="button" value="decline">
                    {one.agreedAt ? say("Take our name off it") : say("Don’t put our name to it")}
                  </SubmitButton>
                )}
              </div>
            </Form>
          ) : null}
        </div>
      ))}
    </section>
  )
}
