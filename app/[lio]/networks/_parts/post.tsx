import { formatMoment } from "@/app/_ui/date"
import { SafeHtml } from "@/app/_ui/markdown"
import type { Post } from "@/lib/networks/topics/queries"
import { say } from "@/lib/words"

/** One post with who said it and for whom; `href` is the page about it. */
export function PostCard({
  post,
  lioName,
  href,
  keeps,
}: {
  post: Post
  lioName: string
  href: string
  keeps: boolean
}) {
  const act =
    post.hiddenReason === null
      ? post.mine
        ? say("Change")
        : keeps
          ? say("Report or hide")
          : say("Report")
      : say("Show again")
  return (
    <li id={post.id} className="card mb-4 max-w-3xl">
      <p className="mb-2">
        <strong>{post.group ?? lioName}</strong>, <span className="text-soft">{post.author}</span>{" "}
        <a href={`#${post.id}`} className="text-soft">
          <time dateTime={post.at.toISOString()}>{formatMoment(post.at)}</time>
        </a>
        {post.editedAt ? (
          <span className="text-soft">
            {" "}
            {say("· edited {editedAt}", { editedAt: formatMoment(post.editedAt) })}
          </span>
        ) : null}
      </p>
      {post.hiddenReason === null ? (
        <SafeHtml html={post.html} />
      ) : (
        <p className="mb-0 text-soft">
          {say("Staff have hidden this post")}
          {post.hiddenReason ? `: ${post.hiddenReason}` : "."}
        </p>
      )}
      {post.hiddenReason === null || keeps ? (
        <p className="mt-2 mb-0">
          <a href={href} className="inline-flex min-h-11 items-center text-soft">
            {act}
            <span className="sr-only"> {say("this post by {group}", { group: post.group ?? lioName })}</span>
          </a>
        </p>
      ) : null}
    </li>
  )
}
