-- Whether a count must be hidden: it is 1 to k − 1, or so few of the whole are left that they show. Zero may stand.
create or replace macro too_small(n, whole, k) as
  coalesce(n between 1 and k - 1, false) or coalesce(whole - n between 1 and k - 1, false)
