package io.glance.registry.member;

import io.glance.registry.image.ChildEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/** A row of {@code image_members} (DB-06). */
@Entity
@Table(name = "image_members")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class MemberEntity extends ChildEntity {
  public String member;

  @Column(name = "can_share")
  public boolean canShare;

  public String status;
}
