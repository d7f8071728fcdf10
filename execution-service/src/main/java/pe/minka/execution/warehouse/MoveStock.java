package pe.minka.execution.warehouse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.committee.Committees;
import pe.minka.execution.project.Projects;
import pe.minka.execution.warehouse.MovementRow.Direction;
import pe.minka.execution.warehouse.MovementRow.Slip;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.UUID;

/** Writes down what moves; stock moves once a member of the management committee countersigns. */
@ApplicationScoped
class MoveStock {

    private final Projects projects;
    private final Movements movements;
    private final Stocks stocks;
    private final Committees committees;
    private final Caller caller;
    private final Clock clock;

    MoveStock(
            Projects projects, Movements movements, Stocks stocks, Committees committees, Caller caller, Clock clock) {
        this.projects = projects;
        this.movements = movements;
        this.stocks = stocks;
        this.committees = committees;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    MovementRow record(UUID projectId, Slip slip) {
        projects.lockedForCaller(projectId).mustBeOpen();
        int place = (int) movements.count("project", projectId) + 1;
        var movement = new MovementRow(projectId, place, slip, clock.instant());
        movements.persist(movement);
        return movement;
    }

    @Transactional
    MovementRow countersign(UUID movementId) {
        var projectId = movements.require(movementId).project;
        projects.lockedForCaller(projectId).mustBeOpen();
        var member = caller.agent()
                .filter(agent -> committees.isInOffice(projectId, agent))
                .orElseThrow(() -> Problem.forbidden("not-in-office").toException());
        var movement = movements.require(movementId);
        movements.getEntityManager().refresh(movement);
        if (movement.isCountersigned()) {
            throw Problem.conflict("movement-countersigned").toException();
        }
        var stock = stocks.findOrAdd(new StockRow.Id(projectId, movement.item, movement.unit));
        var left = movement.direction == Direction.ENTRY
                ? stock.quantity.add(movement.quantity)
                : stock.quantity.subtract(movement.quantity);
        if (left.signum() < 0) {
            throw Problem.unprocessable("stock-short")
                    .with("item", movement.item)
                    .with("available", stock.quantity.stripTrailingZeros().toPlainString())
                    .toException();
        }
        stock.quantity = left;
        movement.countersignedBy = member;
        movement.balance = left;
        return movement;
    }
}
