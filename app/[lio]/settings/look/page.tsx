import { told } from "@/app/_http/told"
import { type PageProps, visit } from "@/app/_http/visit"
import { Banner } from "@/app/_ui/banner"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { ensure } from "@/lib/errors"
import { getLook } from "@/lib/lios/look/queries"
import { mayRunLio } from "@/lib/lios/policy"
import { say } from "@/lib/words"
import { Frame } from "../../_parts/frame"
import { ColourField } from "../_parts/colour-field"
import { chooseColourForm, removeLogoForm } from "../actions"

/** The LIO's logo and colour. */
export default async function LookPage(props: PageProps) {
  const [frame, { look, problem, saved }] = await visit(props, async (ctx, query) => {
    ensure(mayRunLio(ctx.actor), say("Only a manager can change how your pages look."))
    return {
      look: await getLook(ctx),
      problem: told(query, "problem"),
      saved: query.saved === "logo",
    }
  })
  const lio = frame.lio.slug
  const at = `/${lio}/settings`
  return (
    <Frame {...frame} title={problem ? say("Error: Logo and colour") : say("Logo and colour")} at="settings">
      <BackLink href={at}>{say("Settings")}</BackLink>
      <h1>{say("Logo and colour")}</h1>
      {problem ? <Banner kind="problem">{problem}</Banner> : null}
      {saved ? <Banner>{say("Your logo is on your pages and in your emails now.")}</Banner> : null}
      <h2>{say("Logo")}</h2>
      {look.logo ? (
        <p>
          {/* biome-ignore lint/performance/noImgElement: it is small, and kept for a year as it is */}
          <img
            src={look.logo}
            alt={say("The logo of {lio}", { lio: frame.lio.name })}
            className="logo-large"
          />
        </p>
      ) : (
        <p>{say("There’s no logo yet. It goes at the top of each page and in your emails.")}</p>
      )}
      <form action={`${at}/logo`} method="post" encType="multipart/form-data">
        <p>
          <label className="label" htmlFor="logo">
            {look.logo ? say("Another logo") : say("Your logo")}
          </label>
          <span className="hint block" id="logo-hint">
            {say("A PNG, JPEG or WebP picture of up to 200 KB. Wide or square, at least 80 pixels high.")}
          </span>
          <input
            className="input"
            id="logo"
            name="logo"
            type="file"
            accept="image/png,image/jpeg,image/webp"
            aria-describedby="logo-hint"
          />
        </p>
        <p>
          <button className="button" type="submit">
            {say("Use this logo")}
          </button>
        </p>
      </form>
      {look.logo ? (
        <Form action={removeLogoForm} lio={lio} submit={say("Remove the logo")} kind="plain" id="remove" />
      ) : null}
      <h2>{say("Colour")}</h2>
      <p>{say("It’s used for the buttons and the top of your pages, and in your emails.")}</p>
      <Form
        action={chooseColourForm}
        lio={lio}
        values={{ colour: look.colour }}
        submit={say("Use this colour")}
      >
        <ColourField />
      </Form>
    </Frame>
  )
}
