/** Lets the app's role put a job into the queue, in the transaction of the fact it belongs to, and nothing more. */
export const jobRules = `
drop function if exists enqueue(text, json, timestamptz, text);
create or replace function enqueue(task text, payload json, run_at timestamptz default now(), job_key text default null, queue text default null)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, job_key => job_key, job_key_mode => 'preserve_run_at', max_attempts => 25);
end $$;
revoke all on function enqueue(text, json, timestamptz, text, text) from public;
grant execute on function enqueue(text, json, timestamptz, text, text) to trellis_app;
`
