-- The state that a step puts a subject in; a second comparison says by its result which of two.
create or replace macro state_entered(step_position, is_right) as
  case step_position
    when 1 then 'listed'
    when 2 then 'reviewed'
    when 3 then 'matched'
    when 4 then 'handed_back'
    when 5 then 'updated'
    else if(is_right, 'verified', 'mismatched')
  end
