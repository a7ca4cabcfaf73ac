import { type PageProps, visit } from "@/app/_http/visit"
import { formatDate } from "@/app/_ui/date"
import { Static } from "@/app/_ui/static"
import { getThread, type Thread, type ThreadNode } from "@/lib/thread/queries"
import { LAYERS, SEVERAL, THREAD_KINDS } from "@/lib/thread/words"
import { inSentence, say } from "@/lib/words"
import { Frame } from "../../../_parts/frame"
import { ThreadPicture } from "../../_parts/thread-picture"

/** All that led to something, and all that came of it: as a picture and as a list, each link one press away. */
export default async function ThreadPage(props: PageProps) {
  const [frame, thread] = await visit(props, (ctx, _query, { kind = "", id = "" }) =>
    getThread(ctx, kind, id),
  )
  const { here, up, down, whole } = thread
  const lio = frame.lio.slug
  const kind = THREAD_KINDS[here.kind]
  return (
    <Frame {...frame} title={say("The thread: {words}", { words: here.words })} at="representations">
      <h1>{say("The thread of this {kind}", { kind: inSentence(kind) })}</h1>
      <p className="max-w-3xl text-lg">
        {here.path ? <a href={`/${lio}/${here.path}`}>{here.words}</a> : here.words}
        {here.about ? <span className="text-soft"> ({here.about})</span> : null}
      </p>
      <ThreadPicture thread={thread} lio={lio} />
      {whole ? null : <p className="hint">{say("There’s a lot here, so only the nearest 600 are shown.")}</p>}
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <Side
          id="up"
          title={say("What led to it")}
          none={say("Nothing that you can see led to this.")}
          nodes={up}
          lio={lio}
        />
        <Side id="down" title={say("What came of it")} none={say("Nothing yet.")} nodes={down} lio={lio} />
      </div>
    </Frame>
  )
}

type SideProps = { id: string; title: string; none: string; nodes: Thread["up"]; lio: string }

function Side({ id, title, none, nodes, lio }: SideProps) {
  const kinds = LAYERS.flatMap(({ kinds }) => kinds).filter((kind) =>
    nodes.some((node) => node.kind === kind),
  )
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {nodes.length === 0 ? <p>{none}</p> : null}
      <Static>
        {kinds.map((kind) => {
          const its = nodes.filter((node) => node.kind === kind)
          return (
            <div key={kind}>
              <h3>
                {SEVERAL[kind]} ({its.length})
              </h3>
              <ul className="list-none p-0">
                {its.map((node) => (
                  <Item key={node.key} node={node} lio={lio} />
                ))}
              </ul>
            </div>
          )
        })}
      </Static>
    </section>
  )
}

function Item({ node: { kind, id, words, about, at, path }, lio }: { node: ThreadNode; lio: string }) {
  return (
    <li className="mb-3">
      <a className="inline-flex min-h-11 items-center" href={`/${lio}/thread/${kind}/${id}`}>
        {words}
      </a>
      <p className="m-0 text-soft">
        {[about, at ? formatDate(at) : null].filter(Boolean).join(" · ")}
        {path ? (
          <>
            {" "}
            <a href={`/${lio}/${path}`}>
              {say("Go to its page")}
              <span className="sr-only">: {words}</span>
            </a>
          </>
        ) : null}
      </p>
    </li>
  )
}
