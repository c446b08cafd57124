-- The days on which files arrive, one row an arrival; `folder` is the part of a file's name before the file, blank where
-- there is one arrival only.
select row_number() over (order by day) as arrival_no,
  day,
  day = max(day) over () as is_last,
  case when count(*) over () = 1 then '' else strftime(day, '%Y-%m-%d') || '/' end as folder
from arrival_day
order by arrival_no
